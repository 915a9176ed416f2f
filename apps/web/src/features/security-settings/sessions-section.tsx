import type { OwnSession } from '@comitium/contract';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '../../ui/problem-notice/problem-notice.tsx';
import { Skeleton } from '../../ui/skeleton/skeleton.tsx';
import { FailedState } from '../../ui/state-message/failed-state.tsx';
import { TextButton } from '../../ui/text-button/text-button.tsx';
import classes from './security.module.css';
import { sessionsQuery } from './security-queries.ts';
import { SessionItem } from './session-item.tsx';
import { useGuarded } from './use-guarded.ts';

export const SessionsSection = () => {
  const { t } = useTranslation('security');
  const { data, error, refetch } = useQuery(sessionsQuery);
  const { busy, problem, send } = useGuarded();
  const [said, setSaid] = useState('');
  if (error) return <FailedState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton height="12rem" />;
  const end = async ({ id }: OwnSession): Promise<void> => {
    if (await send(`auth/me/sessions/${id}`, { method: 'DELETE' })) setSaid(t('sessions.ended'));
  };
  const endOthers = async (): Promise<void> => {
    if (await send('auth/me/sessions/end-others', {})) setSaid(t('sessions.othersEnded'));
  };
  return (
    <section className={classes['section']} aria-labelledby="sessions">
      <h2 id="sessions" className={classes['title']}>
        {t('sessions.title')}
      </h2>
      <p>{t('sessions.text')}</p>
      <p className={classes['said']} role="status">
        {said}
      </p>
      <ProblemNotice problem={problem} />
      <ul className={classes['list']}>
        {data.items.map((session) => (
          <SessionItem key={session.id} session={session} busy={busy} onEnd={end} />
        ))}
      </ul>
      {data.items.length > 1 ? (
        <p>
          <TextButton disabled={busy} onClick={() => void endOthers()}>
            {t('sessions.endOthers')}
          </TextButton>
        </p>
      ) : null}
    </section>
  );
};
