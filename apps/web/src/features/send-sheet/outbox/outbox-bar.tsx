import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../../ui/problem-notice/notice.tsx';
import { isUnsent } from '../queue/queued-sheet.ts';
import { useSender } from '../sender/sender-context.ts';
import classes from './outbox.module.css';

/** On every sending page: what has not arrived, why, and what to do about it. */
export const OutboxBar = ({ election }: { readonly election: string }) => {
  const { t } = useTranslation('send-sheet');
  const { queue, queueState, online, signedIn, sessionEnded, lasting } = useSender();
  const unsent = queueState.sheets.filter(isUnsent);
  const decide = unsent.filter(({ state }) => state.kind === 'conflict' || state.kind === 'refused').length;
  const words = queueState.sending
    ? t('outbox.sending')
    : online
      ? t('outbox.unsent', { count: unsent.length })
      : t('outbox.offline', { count: unsent.length - decide });
  const explain = (): string | undefined => {
    if (decide > 0) return t('outbox.decide', { count: decide });
    return unsent.length > 0 ? t('outbox.keepOpen') : undefined;
  };
  const back = `${window.location.pathname}${window.location.search}`;
  return (
    <>
      {lasting ? null : (
        <Notice tone="warn" title={t('outbox.notLasting')} text={t('outbox.notLastingText')} />
      )}
      <div aria-live="polite" className={classes['live']}>
        {unsent.length === 0 && online ? null : (
          <Notice tone={decide > 0 || !online ? 'warn' : 'plain'} title={words} text={explain()}>
            <div className={classes['row']}>
              {sessionEnded && online ? (
                <Link to="/sign-in" search={{ back }}>
                  {t('outbox.signIn')}
                </Link>
              ) : null}
              {unsent.length > 0 ? (
                <Link to="/elections/$election/send" params={{ election }} search={{ view: 'outbox' }}>
                  {t('outbox.look')}
                </Link>
              ) : null}
              {unsent.length > decide && signedIn && online ? (
                <Button
                  size="compact-sm"
                  variant="default"
                  loading={queueState.sending}
                  onClick={() => void queue.sendNow()}
                >
                  {t('outbox.sendNow')}
                </Button>
              ) : null}
            </div>
          </Notice>
        )}
      </div>
    </>
  );
};
