import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface CodeFieldProps {
  readonly kind: 'totp' | 'recovery_code';
  readonly value: string;
  readonly onChange: (text: string) => void;
}

/** Six digits of an authenticator app, or a recovery code, with the keyboard that fits. */
export const CodeField = ({ kind, value, onChange }: CodeFieldProps) => {
  const { t } = useTranslation('security');
  return (
    <TextInput
      label={t(`step.label.${kind}`)}
      description={t(`step.hint.${kind}`)}
      inputMode={kind === 'totp' ? 'numeric' : 'text'}
      autoComplete={kind === 'totp' ? 'one-time-code' : 'off'}
      autoCapitalize="none"
      spellCheck={false}
      dir="ltr"
      size="md"
      maxLength={kind === 'totp' ? 7 : 40}
      data-autofocus
      autoFocus
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
};
