import type { Election } from '@comitium/contract';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldError } from '../../../data/field-error.ts';
import { useChange } from '../../../data/use-change.ts';
import { AreaField } from '../forms/area-field.tsx';
import { ChangeResult } from '../forms/change-result.tsx';
import classes from '../forms/forms.module.css';
import { electionPath } from '../set-up-queries.ts';

const roles = ['correspondent', 'polling_agent'] as const;

export const AssignForm = ({ election }: { readonly election: Election }) => {
  const { t } = useTranslation('set-up');
  const change = useChange();
  const [user, setUser] = useState('');
  const [area, setArea] = useState('');
  const [role, setRole] = useState<string>(roles[0]);
  const [tried, setTried] = useState(false);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (user.trim() === '' || area.trim() === '') return;
    const sent = await change.send(electionPath(election.code, 'assignments'), {
      method: 'POST',
      body: { user: user.trim(), area: area.trim(), role },
      done: t('assignments.given', { user: user.trim(), area: area.trim() }),
    });
    if (sent === null) return;
    setTried(false);
    setArea('');
  };
  const empty = (text: string) => (tried && text.trim() === '' ? t('required') : undefined);
  return (
    <section className={classes['card']}>
      <h2 className={classes['heading']}>{t('assignments.add')}</h2>
      <form className={classes['form']} onSubmit={(event) => void submit(event)} noValidate>
        <ChangeResult change={change} />
        <TextInput
          label={t('assignments.user')}
          type="email"
          autoComplete="off"
          maxLength={254}
          value={user}
          error={empty(user) ?? fieldError(change.problem, 'user')}
          onChange={(event) => setUser(event.currentTarget.value)}
        />
        <AreaField
          register={election.register}
          label={t('assignments.area')}
          description={t('assignments.areaHint')}
          value={area}
          error={empty(area) ?? fieldError(change.problem, 'area')}
          onChange={setArea}
        />
        <NativeSelect
          label={t('assignments.role')}
          value={role}
          data={roles.map((value) => ({ value, label: t(`role.${value}`) }))}
          onChange={(event) => setRole(event.currentTarget.value)}
        />
        <div>
          <Button type="submit" loading={change.busy}>
            {t('assignments.assign')}
          </Button>
        </div>
      </form>
    </section>
  );
};
