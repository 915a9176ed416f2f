import { PasswordInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface PasswordFieldProps {
  /** A new one is told what it should be like. */
  readonly kind: 'new' | 'current';
  readonly label: string;
  readonly value: string;
  readonly error?: string | undefined;
  readonly onChange: (value: string) => void;
}

export const PasswordField = ({ kind, label, value, error, onChange }: PasswordFieldProps) => {
  const { t } = useTranslation('entry');
  return (
    <PasswordInput
      label={label}
      description={kind === 'new' ? t('password.hint') : undefined}
      autoComplete={kind === 'new' ? 'new-password' : 'current-password'}
      dir="ltr"
      size="md"
      maxLength={256}
      value={value}
      error={error}
      visibilityToggleButtonProps={{ 'aria-label': t('password.show') }}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
};
