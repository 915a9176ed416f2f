import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface PhoneFieldProps {
  readonly value: string;
  readonly error?: string | undefined;
  readonly onChange: (value: string) => void;
}

export const PhoneField = ({ value, error, onChange }: PhoneFieldProps) => {
  const { t } = useTranslation('entry');
  return (
    <TextInput
      label={t('phone.label')}
      description={t('phone.hint')}
      type="tel"
      inputMode="tel"
      autoComplete="tel"
      dir="ltr"
      size="md"
      maxLength={40}
      value={value}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
};
