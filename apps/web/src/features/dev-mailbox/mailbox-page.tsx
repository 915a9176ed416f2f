import type { MailboxItem } from '@comitium/contract';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageFrame } from '../../ui/page-frame/page-frame.tsx';
import { Skeleton } from '../../ui/skeleton/skeleton.tsx';
import { FailedState } from '../../ui/state-message/failed-state.tsx';
import { StateMessage } from '../../ui/state-message/state-message.tsx';
import classes from './mailbox.module.css';
import { MailboxMessage } from './mailbox-message.tsx';
import { isGone, mailboxQuery } from './mailbox-query.ts';

/** What would have left the house, for people who try the program and for stories in the browser. */
export const MailboxPage = () => {
  const { t } = useTranslation('dev-mailbox');
  const mailbox = useQuery(mailboxQuery);
  if (isGone(mailbox.error)) return <StateMessage whole title={t('gone.title')} text={t('gone.text')} />;
  return (
    <PageFrame width="table" title={t('title')} kicker={t('kicker')} text={t('text')}>
      {mailbox.data ? <Messages items={mailbox.data.items} /> : null}
      {!mailbox.data && mailbox.error ? (
        <FailedState error={mailbox.error} onRetry={() => void mailbox.refetch()} />
      ) : null}
      {!mailbox.data && !mailbox.error ? <Skeleton height="12rem" /> : null}
    </PageFrame>
  );
};

const Messages = ({ items }: { readonly items: readonly MailboxItem[] }) => {
  const { t } = useTranslation('dev-mailbox');
  const [only, setOnly] = useState('');
  const wanted = only.trim().toLowerCase();
  const shown = items.filter(({ to }) => to.toLowerCase().includes(wanted));
  if (items.length === 0) return <StateMessage title={t('empty.title')} text={t('empty.text')} />;
  return (
    <>
      <label className={classes['filter']}>
        <span>{t('only')}</span>
        <input
          type="search"
          value={only}
          placeholder={t('hint')}
          autoComplete="off"
          onChange={(event) => setOnly(event.currentTarget.value)}
        />
      </label>
      <p className={classes['count']} aria-live="polite">
        {t('count', { count: shown.length })}
      </p>
      {shown.length === 0 ? <StateMessage title={t('noMatch.title')} text={t('noMatch.text')} /> : null}
      <ol className={classes['list']}>
        {shown.map((item) => (
          <li key={item.id}>
            <MailboxMessage item={item} />
          </li>
        ))}
      </ol>
    </>
  );
};
