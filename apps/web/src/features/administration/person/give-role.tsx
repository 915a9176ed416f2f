import type { Person } from '@comitium/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ordinaryRoles } from '../../../data/ordinary-roles.ts';
import { useChange } from '../../../data/use-change.ts';
import classes from '../administration.module.css';
import { RoleForm } from '../forms/role-form.tsx';
import { freshFields, problemsOf, roleWish } from '../forms/role-wish.ts';
import { WishDialog } from '../forms/wish-dialog.tsx';

interface GiveRoleProps {
  readonly person: Person;
  readonly onDone: (words: string) => void;
  readonly onClose: () => void;
}

export const GiveRole = ({ person, onDone, onClose }: GiveRoleProps) => {
  const { t } = useTranslation('administration');
  const change = useChange();
  const [fields, setFields] = useState(freshFields);
  const [tried, setTried] = useState(false);
  const send = async (): Promise<boolean> => {
    setTried(true);
    if (Object.keys(problemsOf(fields)).length > 0) return false;
    const path = `people/${person.id}/grants`;
    const given = await change.send(path, { method: 'POST', body: roleWish(fields), done: '' });
    if (given !== null) onDone(t('person.given'));
    return given !== null;
  };
  return (
    <WishDialog
      title={t('form.giveTo', { name: person.name || t('people.unnamed') })}
      action={t('form.give')}
      change={change}
      onSend={send}
      onClose={onClose}
    >
      <p className={classes['small']}>{t('form.privileged')}</p>
      <RoleForm
        offered={ordinaryRoles}
        fields={fields}
        tried={tried}
        problem={change.problem}
        onChange={setFields}
      />
    </WishDialog>
  );
};
