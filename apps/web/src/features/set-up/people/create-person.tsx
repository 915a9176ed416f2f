import { PasswordInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldError } from '../../../data/field-error.ts';
import { useChange } from '../../../data/use-change.ts';
import { FormDialog } from '../forms/form-dialog.tsx';

const fresh = { email: '', name: '', password: '' };
type Field = keyof typeof fresh;
const shortestPassword = 10;

const isAddress = (text: string): boolean => /^[^@\s]+@[^@\s]+$/.test(text.trim());

/** An account without any right; grants are given on its card. */
export const CreatePerson = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useTranslation('set-up');
  const change = useChange();
  const [fields, setFields] = useState(fresh);
  const [tried, setTried] = useState(false);
  const ownError = (field: Field): string | undefined => {
    if (!tried) return undefined;
    if (fields[field].trim() === '') return t('required');
    if (field === 'email' && !isAddress(fields.email)) return t('people.wrongEmail');
    return field === 'password' && fields.password.length < shortestPassword
      ? t('people.tooShort')
      : undefined;
  };
  const send = async (): Promise<unknown> => {
    setTried(true);
    const complete = isAddress(fields.email) && fields.name.trim() !== '';
    if (!complete || fields.password.length < shortestPassword) return null;
    const body = { ...fields, email: fields.email.trim(), name: fields.name.trim() };
    return change.send('people', { method: 'POST', body, done: '' });
  };
  const input = (field: Field) => ({
    label: t(`people.${field}`),
    value: fields[field],
    error: ownError(field) ?? fieldError(change.problem, field),
    onChange: (event: { currentTarget: { value: string } }) =>
      setFields({ ...fields, [field]: event.currentTarget.value }),
  });
  return (
    <FormDialog
      title={t('people.add')}
      change={change}
      label={t('people.create')}
      onSend={send}
      onClose={onClose}
    >
      <TextInput {...input('email')} type="email" autoComplete="off" maxLength={254} />
      <TextInput {...input('name')} autoComplete="off" maxLength={200} />
      <PasswordInput
        {...input('password')}
        description={t('people.passwordHint')}
        autoComplete="new-password"
        maxLength={256}
      />
    </FormDialog>
  );
};
