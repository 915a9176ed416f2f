import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ProblemAnswer } from '../../data/problem-error.ts';
import { endSession } from '../../data/use-session.ts';
import { PasswordField } from '../../ui/entry/password-field.tsx';
import { useFieldWords } from '../../ui/entry/use-field-words.ts';
import { Notice } from '../../ui/problem-notice/notice.tsx';

interface FreshFieldProps {
  readonly problem: ProblemAnswer | null;
  readonly hasPassword: boolean;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** What the server asks for when the sign-in is some time ago: the password, or signing in once more. */
export const freshCodes = ['sign_in_again', 'step_up_required'];

export const FreshField = ({ problem, hasPassword, value, onChange }: FreshFieldProps) => {
  const { t } = useTranslation('account');
  const navigate = useNavigate();
  const fieldWords = useFieldWords(problem);
  const asked = problem !== null && freshCodes.includes(problem.code);
  const again = async (): Promise<void> => {
    await endSession();
    await navigate({ to: '/sign-in', search: { back: '/account' } });
  };
  if (!asked && value === '') return null;
  if (hasPassword && problem?.code !== 'step_up_required') {
    return (
      <PasswordField
        kind="current"
        label={t('fresh.password')}
        value={value}
        error={fieldWords('password') ?? (value === '' ? t('fresh.text') : undefined)}
        onChange={onChange}
      />
    );
  }
  return (
    <Notice tone="warn" role="alert" title={t('fresh.title')} text={t('fresh.text')}>
      <Button variant="default" onClick={() => void again()}>
        {t('fresh.signIn')}
      </Button>
    </Notice>
  );
};
