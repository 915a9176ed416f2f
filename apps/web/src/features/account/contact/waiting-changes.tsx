import type { IdentityChange } from '@comitium/contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useSend } from '../../../data/entry/use-send.ts';
import { personKey } from '../../../data/use-session.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { PlainProblem } from '../../../ui/entry/plain-problem.tsx';
import { Notice } from '../../../ui/problem-notice/notice.tsx';
import { FailedState } from '../../../ui/state-message/failed-state.tsx';
import { TextButton } from '../../../ui/text-button/text-button.tsx';
import classes from '../account.module.css';
import { changesQuery } from './changes-query.ts';

/** What is on its way and who still has to agree; when one is settled, the account is read again. */
export const WaitingChanges = () => {
  const { t } = useTranslation('account');
  const client = useQueryClient();
  const changes = useQuery(changesQuery);
  const { busy, problem, send } = useSend();
  const count = changes.data?.items.length ?? 0;
  const before = useRef(0);
  useEffect(() => {
    if (count < before.current) void client.invalidateQueries({ queryKey: personKey, exact: true });
    before.current = count;
  }, [count, client]);
  const cancel = async (): Promise<void> => {
    await send('auth/me/changes', { method: 'DELETE' });
    await changes.refetch();
  };
  if (changes.error && changes.data === undefined)
    return <FailedState error={changes.error} onRetry={() => void changes.refetch()} />;
  return (
    <div aria-live="polite" className={`${classes['form']} ${classes['live']}`}>
      {changes.data?.items.map((change) => (
        <Waiting key={change.id} change={change} />
      ))}
      <PlainProblem problem={problem} />
      {count > 0 ? (
        <div className={classes['row']}>
          <TextButton disabled={busy} onClick={() => void cancel()}>
            {t('waiting.cancel', { count })}
          </TextButton>
        </div>
      ) : null}
    </div>
  );
};

const Waiting = ({ change }: { readonly change: IdentityChange }) => {
  const { t } = useTranslation('account');
  const format = useFormat();
  const sides = change.waitingFor.length === 2 ? 'both' : (change.waitingFor[0] ?? 'none');
  const effect = change.appliesAt
    ? t('waiting.appliesAt', { time: format.time(change.appliesAt) })
    : t('waiting.expiresAt', { time: format.time(change.expiresAt) });
  return (
    <Notice
      tone="warn"
      title={t(`waiting.title_${change.kind}`, { to: `\u2068${change.newIdentity}\u2069` })}
      text={`${t(`waiting.${change.kind}_${sides}`)} ${effect}`}
    />
  );
};
