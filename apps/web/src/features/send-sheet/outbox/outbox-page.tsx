import { useTranslation } from 'react-i18next';
import { StateMessage } from '../../../ui/state-message/state-message.tsx';
import { useSender } from '../sender/sender-context.ts';
import classes from './outbox.module.css';
import { OutboxCard } from './outbox-card.tsx';

const needsHand = ['conflict', 'refused', 'sign_in', 'waiting', 'sent'];

/** Every sheet this device holds: first what needs a decision, then what waits, then the receipts. */
export const OutboxPage = () => {
  const { t } = useTranslation('send-sheet');
  const { queueState } = useSender();
  const sheets = queueState.sheets.toSorted(
    (a, b) =>
      needsHand.indexOf(a.state.kind) - needsHand.indexOf(b.state.kind) ||
      b.queuedAt.localeCompare(a.queuedAt),
  );
  if (sheets.length === 0) return <StateMessage title={t('outbox.empty')} text={t('outbox.emptyText')} />;
  return (
    <ul className={classes['list']}>
      {sheets.map((sheet) => (
        <li key={sheet.key}>
          <OutboxCard sheet={sheet} />
        </li>
      ))}
    </ul>
  );
};
