import type { Person, Role } from '@comitium/contract';
import { NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldError } from '../../../data/field-error.ts';
import { ordinaryRoles } from '../../../data/ordinary-roles.ts';
import { useChange } from '../../../data/use-change.ts';
import { AreaField } from '../forms/area-field.tsx';
import { FormDialog } from '../forms/form-dialog.tsx';
import { electionsQuery } from '../set-up-queries.ts';
import { grantBodyOf } from './grant-body-of.ts';

interface GrantDialogProps {
  readonly person: Person;
  readonly onClose: () => void;
}

/** A role, where it holds and until when. */
export const GrantDialog = ({ person, onClose }: GrantDialogProps) => {
  const { t } = useTranslation('set-up');
  const change = useChange();
  const { data: elections } = useQuery(electionsQuery());
  const [fields, setFields] = useState({ role: 'data_admin' as Role, election: '', area: '', endsAt: '' });
  const register = elections?.items.find(({ code }) => code === fields.election)?.register ?? '';
  const send = async (): Promise<unknown> => {
    const body = grantBodyOf(fields);
    return change.send(`people/${person.id}/grants`, { method: 'POST', body, done: '' });
  };
  const set = (field: keyof typeof fields) => (event: { currentTarget: { value: string } }) =>
    setFields({ ...fields, [field]: event.currentTarget.value });
  return (
    <FormDialog
      title={t('grants.giveTo', { name: person.name })}
      change={change}
      withErrors
      label={t('grants.give')}
      onSend={send}
      onClose={onClose}
    >
      <NativeSelect
        label={t('grants.role')}
        value={fields.role}
        data={ordinaryRoles.map((value) => ({ value, label: t(`role.${value}`) }))}
        onChange={set('role')}
      />
      <NativeSelect
        label={t('grants.election')}
        value={fields.election}
        data={[
          { value: '', label: t('grants.everyElection') },
          ...(elections?.items ?? []).map(({ code, name }) => ({ value: code, label: name })),
        ]}
        onChange={set('election')}
      />
      <AreaField
        register={register}
        label={t('grants.area')}
        description={t('grants.areaHint')}
        value={fields.area}
        error={fieldError(change.problem, 'scope.area')}
        onChange={(area) => setFields({ ...fields, area })}
      />
      <TextInput
        label={t('grants.endsAt')}
        type="datetime-local"
        value={fields.endsAt}
        onChange={set('endsAt')}
      />
    </FormDialog>
  );
};
