import type { PasskeyOptions, TokenAnswer } from '@comitium/contract';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProblemAnswer } from '../../data/problem-error.ts';
import { askPasskey, offersPasskeys } from '../../data/security/passkeys.ts';
import { sendRequest } from '../../data/send-request.ts';
import { startSession } from '../../data/use-session.ts';
import { Notice } from '../../ui/problem-notice/notice.tsx';
import { ProblemNotice } from '../../ui/problem-notice/problem-notice.tsx';

/** Signs in without a name or a password, where the browser can. */
export const PasskeyButton = () => {
  const { t } = useTranslation('security');
  const [busy, setBusy] = useState(false);
  const [cancelled, setCancelled] = useState(false);
  const [problem, setProblem] = useState<ProblemAnswer | null>(null);
  if (!offersPasskeys()) return null;
  const attempt = async (): Promise<ProblemAnswer | null> => {
    const offer = await sendRequest<PasskeyOptions>('auth/passkey/options', { method: 'POST' });
    if (!offer.ok) return offer.error;
    const signed = await askPasskey(offer.value.body);
    setCancelled(!signed.ok);
    if (!signed.ok) return null;
    const body = { challenge: offer.value.body.challenge, passkey: signed.value };
    const answer = await sendRequest<TokenAnswer>('auth/passkey/sign-in', { method: 'POST', body });
    if (!answer.ok) return answer.error;
    await startSession(answer.value.body);
    return null;
  };
  const signIn = async (): Promise<void> => {
    setBusy(true);
    setCancelled(false);
    setProblem(await attempt());
    setBusy(false);
  };
  return (
    <>
      <ProblemNotice problem={problem} />
      {cancelled ? <Notice tone="warn" title={t('signIn.passkeyFailed')} /> : null}
      <Button variant="default" size="lg" loading={busy} onClick={() => void signIn()}>
        {t('signIn.passkey')}
      </Button>
    </>
  );
};
