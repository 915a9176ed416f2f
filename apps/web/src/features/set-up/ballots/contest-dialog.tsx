import type { Election } from '@comitium/contract';
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldError } from '../../../data/field-error.ts';
import { useChange } from '../../../data/use-change.ts';
import { AreaField } from '../forms/area-field.tsx';
import { codeError } from '../forms/code-error.ts';
import { FormDialog } from '../forms/form-dialog.tsx';
import { electionPath } from '../set-up-queries.ts';

interface ContestDialogProps {
  readonly election: Election;
  readonly race: string;
  readonly onClose: () => void;
}

const fresh = { area: '', name: '', seats: '1', code: '', choice: '' };
type Field = keyof typeof fresh;
const required: readonly Field[] = ['area', 'code', 'choice'];
/** Where the server says what is wrong with each field. */
const paths: Record<Field, string> = {
  area: 'area',
  name: 'name',
  seats: 'seats',
  code: 'choices.0.code',
  choice: 'choices.0.name',
};

const ownErrorOf = (field: Field, fields: typeof fresh) => {
  if (field === 'code') return codeError(fields.code);
  return fields[field].trim() === '' ? 'required' : undefined;
};

/** A contest begins with its first candidate or list; the others are added on its card. */
export const ContestDialog = ({ election, race, onClose }: ContestDialogProps) => {
  const { t } = useTranslation('set-up');
  const change = useChange();
  const [fields, setFields] = useState(fresh);
  const [tried, setTried] = useState(false);
  const send = async (): Promise<unknown> => {
    setTried(true);
    if (required.some((field) => ownErrorOf(field, fields) !== undefined)) return null;
    const body = {
      race,
      area: fields.area.trim(),
      seats: Number(fields.seats),
      ...(fields.name.trim() === '' ? {} : { name: fields.name.trim() }),
      choices: [{ code: fields.code.trim(), name: fields.choice.trim() }],
    };
    const path = electionPath(election.code, 'contests');
    return change.send(path, { method: 'POST', body, done: '' });
  };
  const ownError = (field: Field): string | undefined => {
    const wrong = tried && required.includes(field) ? ownErrorOf(field, fields) : undefined;
    return wrong ? t(wrong) : undefined;
  };
  const set = (field: Field) => (value: string) => setFields({ ...fields, [field]: value });
  const shared = (field: Field) => ({
    label: t(`contests.field_${field}`),
    value: fields[field],
    error: ownError(field) ?? fieldError(change.problem, paths[field]),
  });
  const text = (field: Field) => ({
    ...shared(field),
    onChange: (event: { currentTarget: { value: string } }) => set(field)(event.currentTarget.value),
  });
  return (
    <FormDialog title={t('contests.add')} change={change} onSend={send} onClose={onClose}>
      <AreaField {...shared('area')} register={election.register} onChange={set('area')} />
      <TextInput {...text('name')} maxLength={200} />
      <TextInput {...text('seats')} inputMode="numeric" maxLength={4} />
      <TextInput {...text('code')} maxLength={64} />
      <TextInput {...text('choice')} maxLength={200} />
    </FormDialog>
  );
};
