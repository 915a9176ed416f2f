import type { FactorEnrolled, RecoveryCodes } from '@comitium/contract';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { startSession } from '../../data/use-session.ts';
import { Notice } from '../../ui/problem-notice/notice.tsx';
import { ProblemNotice } from '../../ui/problem-notice/problem-notice.tsx';
import { Skeleton } from '../../ui/skeleton/skeleton.tsx';
import { FailedState } from '../../ui/state-message/failed-state.tsx';
import { TextButton } from '../../ui/text-button/text-button.tsx';
import { GuardDialog } from './guard-dialog.tsx';
import { PasskeysCard } from './passkeys-card.tsx';
import { RecoveryCodesDialog } from './recovery-codes-dialog.tsx';
import classes from './security.module.css';
import { factorsQuery } from './security-queries.ts';
import { TotpCard } from './totp-card.tsx';
import { useGuarded } from './use-guarded.ts';

/** What is asked beside the password, and what stands in for it. */
export const FactorsSection = () => {
  const { t } = useTranslation('security');
  const { data, error, refetch } = useQuery(factorsQuery);
  const guarded = useGuarded();
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const [said, setSaid] = useState('');
  if (error) return <FailedState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton height="16rem" />;
  const enrolled = async ({ recoveryCodes, token }: FactorEnrolled, words: string): Promise<void> => {
    setCodes(recoveryCodes);
    setSaid(words);
    await startSession(token);
  };
  const renew = async (): Promise<void> => {
    const renewed = await guarded.send<RecoveryCodes>('auth/me/recovery-codes', {});
    if (renewed) setCodes(renewed.recoveryCodes);
  };
  const isProtected = data.totp !== null || data.passkeys.length > 0;
  return (
    <section className={classes['section']} aria-labelledby="factors">
      <h2 id="factors" className={classes['title']}>
        {t('factors.title')}
      </h2>
      <Notice
        tone={isProtected ? 'good' : 'plain'}
        title={t(isProtected ? 'factors.protected' : 'factors.open')}
      />
      <p className={classes['said']} role="status">
        {said}
      </p>
      <ProblemNotice problem={guarded.problem} withErrors />
      <TotpCard since={data.totp?.since ?? null} guarded={guarded} onEnrolled={enrolled} onSaid={setSaid} />
      <PasskeysCard passkeys={data.passkeys} guarded={guarded} onEnrolled={enrolled} onSaid={setSaid} />
      {isProtected ? (
        <article className={classes['card']}>
          <h3 className={classes['name']}>{t('recovery.title')}</h3>
          <p>{t('recovery.text')}</p>
          <p>{t('recovery.left', { count: data.recoveryCodesLeft })}</p>
          <p>
            <TextButton disabled={guarded.busy} onClick={() => void renew()}>
              {t('recovery.renew')}
            </TextButton>
          </p>
        </article>
      ) : null}
      <GuardDialog asked={guarded.asked} />
      {codes ? <RecoveryCodesDialog codes={codes} onClose={() => setCodes(null)} /> : null}
    </section>
  );
};
