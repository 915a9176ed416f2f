import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldError } from '../../../data/field-error.ts';
import type { Change } from '../../../data/use-change.ts';
import { ChangeResult } from '../forms/change-result.tsx';
import { codeError } from '../forms/code-error.ts';
import classes from '../forms/forms.module.css';
import { electionsQuery, registersQuery } from '../set-up-queries.ts';
import type { ElectionFields } from './election-fields.ts';
import { basisNames, electionKindNames } from './election-words.ts';

interface ElectionFormProps {
  readonly fields: ElectionFields;
  /** Code, kind and register cannot change once the election exists. */
  readonly exists: boolean;
  readonly change: Change;
  readonly onChange: (fields: ElectionFields) => void;
  readonly onSubmit: () => void;
}

const required = ['code', 'name', 'pollingDate', 'register'] as const;

export const ElectionForm = (props: ElectionFormProps) => {
  const { t } = useTranslation('set-up');
  const { fields, exists, change, onChange: setFields, onSubmit } = props;
  const [tried, setTried] = useState(false);
  const { data: registers } = useQuery(registersQuery());
  const { data: elections } = useQuery(electionsQuery());
  const register = registers?.items.find(({ code }) => code === fields.register);
  const missing = required.filter((field) => fields[field].trim() === '');
  const wrongCode = exists ? undefined : codeError(fields.code);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (missing.length === 0 && !wrongCode) onSubmit();
  };
  const text = (field: keyof ElectionFields) => ({
    label: t(`elections.${field}`),
    value: String(fields[field]),
    error:
      tried && missing.some((name) => name === field) ? t('required') : fieldError(change.problem, field),
    onChange: (event: { currentTarget: { value: string } }) =>
      setFields({ ...fields, [field]: event.currentTarget.value }),
  });
  const choose = [{ value: '', label: '–' }];
  return (
    <form className={classes['form']} onSubmit={submit} noValidate>
      <TextInput
        {...text('code')}
        error={tried && wrongCode ? t(wrongCode) : fieldError(change.problem, 'code')}
        description={t('elections.codeHint')}
        disabled={exists}
        maxLength={64}
      />
      <TextInput {...text('name')} maxLength={200} />
      <NativeSelect
        {...text('kind')}
        disabled={exists}
        data={electionKindNames.map((value) => ({ value, label: t(`kind.${value}`) }))}
      />
      <TextInput {...text('pollingDate')} type="date" />
      <TextInput {...text('pollsCloseAt')} type="datetime-local" description={t('elections.localTime')} />
      <NativeSelect
        {...text('register')}
        disabled={exists}
        description={registers?.items.length === 0 ? t('elections.noRegister') : undefined}
        data={[
          ...choose,
          ...(registers?.items ?? []).map(({ code, name }) => ({ value: code, label: name })),
        ]}
      />
      <NativeSelect
        {...text('previous')}
        description={t('elections.previousHint')}
        data={[
          ...choose,
          ...(elections?.items ?? [])
            .filter(({ code }) => code !== fields.code)
            .map(({ code, name }) => ({ value: code, label: name })),
        ]}
      />
      <NativeSelect
        {...text('basis')}
        data={basisNames.map((value) => ({ value, label: t(`basis.${value}`) }))}
      />
      {exists ? null : (
        <Checkbox
          label={t('elections.simulated')}
          checked={fields.simulated ?? register?.simulated ?? false}
          onChange={(event) => setFields({ ...fields, simulated: event.currentTarget.checked })}
        />
      )}
      <ChangeResult change={change} />
      <div>
        <Button type="submit" loading={change.busy}>
          {exists ? t('save') : t('elections.create')}
        </Button>
      </div>
    </form>
  );
};
