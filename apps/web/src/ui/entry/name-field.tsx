import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface NameFieldProps {
  readonly value: string;
  readonly error?: string | undefined;
  readonly onChange: (value: string) => void;
}

export const NameField = ({ value, error, onChange }: NameFieldProps) => {
  const { t } = useTranslation('entry');
  return (
    <TextInput
      label={t('name.label')}
      autoComplete="name"
      dir="auto"
      size="md"
      maxLength={200}
      value={value}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
};
