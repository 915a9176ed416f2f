import type { Role } from '@comitium/contract';
import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { fieldError } from '../../../data/field-error.ts';
import type { ProblemAnswer } from '../../../data/problem-error.ts';
import { electionsQuery } from '../../../data/queries.ts';
import classes from '../administration.module.css';
import { problemsOf, type RoleFields } from './role-wish.ts';

interface RoleFormProps {
  readonly offered: readonly Role[];
  readonly fields: RoleFields;
  /** Whether it was tried to send: only then is told what is missing. */
  readonly tried: boolean;
  readonly problem: ProblemAnswer | null;
  readonly onChange: (fields: RoleFields) => void;
}

/** A role, where it holds, from when until when, and why. */
export const RoleForm = ({ offered, fields, tried, problem, onChange }: RoleFormProps) => {
  const { t } = useTranslation('administration');
  const wrong = tried ? problemsOf(fields) : {};
  const errorOf = (field: keyof typeof wrong): string | undefined => {
    const own = wrong[field];
    return own === undefined ? undefined : t(`form.${own}`);
  };
  const set = (field: keyof RoleFields) => (event: { currentTarget: { value: string } }) =>
    onChange({ ...fields, [field]: event.currentTarget.value });
  const unbound = fields.role === 'platform_administrator';
  return (
    <>
      <NativeSelect
        label={t('form.role')}
        value={fields.role}
        data={offered.map((value) => ({ value, label: t(`role.${value}`) }))}
        onChange={set('role')}
      />
      {unbound ? null : (
        <ScopeFields fields={fields} areaError={errorOf('area')} problem={problem} onChange={onChange} />
      )}
      <div className={classes['times']}>
        <TextInput
          type="datetime-local"
          label={t('form.startsAt')}
          description={t('form.startsHint')}
          value={fields.startsAt}
          error={fieldError(problem, 'startsAt')}
          onChange={set('startsAt')}
        />
        <TextInput
          type="datetime-local"
          label={t('form.endsAt')}
          description={t('form.endsHint')}
          value={fields.endsAt}
          error={errorOf('endsAt') ?? fieldError(problem, 'endsAt')}
          onChange={set('endsAt')}
        />
      </div>
      <Textarea
        label={t('form.reason')}
        description={t('form.reasonHint')}
        value={fields.reason}
        error={errorOf('reason')}
        autosize
        minRows={2}
        maxLength={500}
        onChange={set('reason')}
      />
    </>
  );
};

interface ScopeFieldsProps extends Pick<RoleFormProps, 'fields' | 'problem' | 'onChange'> {
  readonly areaError: string | undefined;
}

/** Where a role holds: the bounds that narrow it. */
const ScopeFields = ({ fields, areaError, problem, onChange }: ScopeFieldsProps) => {
  const { t } = useTranslation('administration');
  const { data: elections } = useQuery(electionsQuery);
  return (
    <>
      <NativeSelect
        label={t('form.election')}
        value={fields.election}
        data={[
          { value: '', label: t('form.everyElection') },
          ...(elections?.items ?? []).map(({ code, name }) => ({ value: code, label: name })),
        ]}
        onChange={(event) => onChange({ ...fields, election: event.currentTarget.value })}
      />
      <TextInput
        label={t('form.area')}
        description={t('form.areaHint')}
        value={fields.area}
        error={areaError ?? fieldError(problem, 'scope.area')}
        maxLength={64}
        autoComplete="off"
        onChange={(event) => onChange({ ...fields, area: event.currentTarget.value })}
      />
      <Checkbox
        label={t('form.own')}
        checked={fields.own}
        onChange={(event) => onChange({ ...fields, own: event.currentTarget.checked })}
      />
    </>
  );
};
