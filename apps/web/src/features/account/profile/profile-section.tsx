import type { Me } from '@comitium/contract';
import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSend } from '../../../data/entry/use-send.ts';
import { personKey } from '../../../data/use-session.ts';
import { NameField } from '../../../ui/entry/name-field.tsx';
import { PlainProblem } from '../../../ui/entry/plain-problem.tsx';
import { useFieldWords } from '../../../ui/entry/use-field-words.ts';
import { Notice } from '../../../ui/problem-notice/notice.tsx';
import classes from '../account.module.css';
import { Card } from '../card.tsx';
import { PhotoField } from '../photo/photo-field.tsx';

export const ProfileSection = ({ person }: { readonly person: Me }) => {
  const { t } = useTranslation(['account', 'entry']);
  const client = useQueryClient();
  const { busy, problem, send } = useSend();
  const [name, setName] = useState(person.name);
  const [state, setState] = useState<'idle' | 'tried' | 'saved'>('idle');
  const fieldWords = useFieldWords(problem);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setState('tried');
    if (name.trim() === '') return;
    const me = await send<Me>('auth/me', { method: 'PATCH', body: { name: name.trim() } });
    if (me === null) return;
    client.setQueryData(personKey, me);
    setState('saved');
  };
  const missing = state === 'tried' && name.trim() === '' ? t('entry:name.missing') : undefined;
  return (
    <Card title={t('profile.title')} text={person.name === '' ? t('profile.noName') : t('profile.text')}>
      <PhotoField person={person} />
      <form className={classes['form']} onSubmit={(event) => void submit(event)} noValidate>
        <PlainProblem problem={problem} />
        <NameField
          value={name}
          error={missing ?? fieldWords('name')}
          onChange={(value) => {
            setName(value);
            setState('idle');
          }}
        />
        <div className={classes['row']}>
          <Button type="submit" loading={busy}>
            {t('profile.save')}
          </Button>
        </div>
        <div aria-live="polite" className={classes['live']}>
          {state === 'saved' ? <Notice tone="good" title={t('saved')} /> : null}
        </div>
      </form>
    </Card>
  );
};
