import { Link } from '@tanstack/react-router';
import { useEffect, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { isUnsent } from '../queue/queued-sheet.ts';
import { countUnsent } from '../storage/forget-sheets.ts';
import { type OpenSender, onSenderOpened, openSender, presentSender } from './open-sender.ts';
import classes from './unsent-sheets.module.css';
import { useQueuePerson } from './use-queue-person.ts';
import { useSenderPerson } from './use-sender-person.ts';

/**
 * In the frame of every page: opens the queue where this device holds sheets that nobody has received, so that they go out
 * whichever page is open, and says how many there are.
 */
export const UnsentSheets = () => {
  const sender = useSenderPerson();
  const open = useSyncExternalStore(onSenderOpened, presentSender);
  const personId = sender.person?.id ?? null;
  useEffect(() => {
    if (personId === null || open !== null) return;
    // Who has never sent is asked for no lasting storage.
    void countUnsent(personId).then((count) => (count > 0 ? openSender() : null));
  }, [open, personId]);
  useQueuePerson(open, sender);
  return open === null || personId === null ? null : <UnsentLink open={open} personId={personId} />;
};

const UnsentLink = ({ open: { queue }, personId }: { open: OpenSender; personId: string }) => {
  const { t } = useTranslation('shell');
  const { sheets } = useSyncExternalStore(queue.subscribe, queue.state);
  const unsent = sheets.filter((sheet) => isUnsent(sheet) && sheet.person.id === personId);
  const [first] = unsent;
  return (
    <span role="status">
      {first ? (
        <Link
          to="/elections/$election/send"
          params={{ election: first.election }}
          search={{ view: 'outbox' }}
          className={classes['link']}
          title={t('nav.unsentHint')}
        >
          {t('nav.unsentSheets', { count: unsent.length })}
        </Link>
      ) : null}
    </span>
  );
};
