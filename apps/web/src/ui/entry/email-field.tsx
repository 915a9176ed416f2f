import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface EmailFieldProps {
  readonly value: string;
  readonly error?: string | undefined;
  readonly onChange: (value: string) => void;
}

/** Password managers know accounts by it, hence `username`. */
export const EmailField = ({ value, error, onChange }: EmailFieldProps) => {
  const { t } = useTranslation('entry');
  return (
    <TextInput
      label={t('email.label')}
      type="email"
      inputMode="email"
      autoComplete="username"
      autoCapitalize="none"
      spellCheck={false}
      dir="ltr"
      size="md"
      maxLength={254}
      value={value}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
};
