import type { Me } from '@comitium/contract';
import { Button, FileButton } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSend } from '../../../data/entry/use-send.ts';
import { personKey } from '../../../data/use-session.ts';
import { PlainProblem } from '../../../ui/entry/plain-problem.tsx';
import { TextButton } from '../../../ui/text-button/text-button.tsx';
import classes from '../account.module.css';
import { drawPortrait } from './draw-portrait.ts';
import { Portrait } from './portrait.tsx';

export const PhotoField = ({ person }: { readonly person: Me }) => {
  const { t } = useTranslation('account');
  const client = useQueryClient();
  const { busy, problem, send } = useSend();
  const [unreadable, setUnreadable] = useState(false);
  const readAgain = () => client.invalidateQueries({ queryKey: personKey, exact: true });
  const take = async (file: File | null): Promise<void> => {
    if (file === null) return;
    const portrait = await drawPortrait(file);
    setUnreadable(portrait === null);
    if (portrait === null) return;
    const headers = { 'content-type': portrait.type };
    if ((await send('auth/me/photo', { method: 'PUT', body: portrait, headers })) !== null) await readAgain();
  };
  const remove = async (): Promise<void> => {
    if ((await send('auth/me/photo', { method: 'DELETE' })) !== null) await readAgain();
  };
  return (
    <div className={classes['setting']}>
      <div className={classes['row']}>
        <Portrait person={person} />
        <FileButton
          accept="image/*"
          onChange={(file) => void take(file)}
          inputProps={{ 'aria-label': t('photo.choose') }}
        >
          {(props) => (
            <Button {...props} variant="default" loading={busy}>
              {person.photoAt === null ? t('photo.add') : t('photo.change')}
            </Button>
          )}
        </FileButton>
        {person.photoAt === null ? null : (
          <TextButton disabled={busy} onClick={() => void remove()}>
            {t('photo.remove')}
          </TextButton>
        )}
      </div>
      <p
        className={classes['small']}
        role={unreadable ? 'alert' : undefined}
        data-bad={unreadable ? '' : undefined}
      >
        {unreadable ? t('photo.unreadable') : t('photo.text')}
      </p>
      <PlainProblem problem={problem} />
    </div>
  );
};
