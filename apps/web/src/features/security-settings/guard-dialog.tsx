import type { FactorChallenge, TokenAnswer } from '@comitium/contract';
import { Button, PasswordInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fetchBody, sendRequest } from '../../data/send-request.ts';
import { setToken } from '../../data/session-token.ts';
import { FactorForm, type FactorProof } from '../../ui/factor-form/factor-form.tsx';
import { ModalDialog } from '../../ui/modal-dialog/modal-dialog.tsx';
import { Skeleton } from '../../ui/skeleton/skeleton.tsx';
import { FailedState } from '../../ui/state-message/failed-state.tsx';
import classes from './security.module.css';
import type { Asked } from './use-guarded.ts';

/** Who is there? Asked before a change of how the account is protected. */
export const GuardDialog = ({ asked }: { readonly asked: Asked | null }) => {
  const { t } = useTranslation('security');
  if (asked === null) return null;
  return (
    <ModalDialog
      title={t(asked.kind === 'factor' ? 'stepUp.title' : 'password.title')}
      onClose={() => asked.answer(null)}
    >
      {asked.kind === 'factor' ? <StepUp asked={asked} /> : <AskPassword asked={asked} />}
    </ModalDialog>
  );
};

const StepUp = ({ asked }: { readonly asked: Asked }) => {
  const { t } = useTranslation('security');
  const begun = useQuery({
    queryKey: ['step-up'],
    queryFn: ({ signal }) => fetchBody<FactorChallenge>('auth/step-up', { method: 'POST', signal }),
    // Each challenge is good once.
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (begun.error) return <FailedState error={begun.error} onRetry={() => void begun.refetch()} />;
  if (!begun.data) return <Skeleton height="8rem" />;
  const { challenge } = begun.data;
  const prove = async (proof: FactorProof) => {
    const body = { challenge, ...proof };
    const shown = await sendRequest<TokenAnswer>('auth/step-up/confirm', { method: 'POST', body });
    if (!shown.ok) return shown.error;
    setToken(shown.value.body);
    asked.answer(undefined);
    return null;
  };
  return (
    <>
      <p>{t('stepUp.text')}</p>
      <FactorForm challenge={begun.data} onProof={prove} onCancel={() => asked.answer(null)} />
    </>
  );
};

const AskPassword = ({ asked }: { readonly asked: Asked }) => {
  const { t } = useTranslation('security');
  const [password, setPassword] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (password !== '') asked.answer(password);
  };
  return (
    <form className={classes['form']} onSubmit={submit} noValidate>
      <p>{t('password.text')}</p>
      <PasswordInput
        label={t('password.label')}
        description={t('password.none')}
        autoComplete="current-password"
        size="md"
        maxLength={256}
        data-autofocus
        value={password}
        visibilityToggleButtonProps={{ 'aria-label': t('password.show') }}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <div className={classes['row']}>
        <Button type="submit">{t('password.confirm')}</Button>
        <Button variant="default" onClick={() => asked.answer(null)}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
};
