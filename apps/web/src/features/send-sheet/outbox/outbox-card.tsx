import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.ts';
import { ProblemNotice } from '../../../ui/problem-notice/problem-notice.tsx';
import { useServerWords } from '../../../ui/problem-notice/use-server-words.ts';
import { SheetStatus } from '../../../ui/sheet-status/sheet-status.tsx';
import { UploadProgress } from '../../../ui/upload-progress/upload-progress.tsx';
import type { QueuedSheet } from '../queue/queued-sheet.ts';
import { useSender } from '../sender/sender-context.ts';
import { stateTones } from '../stations/state-tones.ts';
import { ConflictPanel } from './conflict-panel.tsx';
import { EditSheetButton } from './edit-sheet-button.tsx';
import classes from './outbox.module.css';
import { ReceiptPanel } from './receipt-panel.tsx';

/** One sheet of the queue: what happened to it, in words, and what its author can do. */
export const OutboxCard = ({ sheet }: { readonly sheet: QueuedSheet }) => {
  const { t } = useTranslation('send-sheet');
  const format = useFormat();
  const { person } = useSender();
  const { state } = sheet;
  const shown = state.kind === 'sent' && state.receipt.status === 'held' ? 'held' : state.kind;
  return (
    <article className={classes['card']}>
      <div className={classes['head']}>
        <h2 className={classes['name']}>{sheet.station.name}</h2>
        <SheetStatus tone={stateTones[shown]} label={t(`state.${shown}`)} />
      </div>
      <p className={classes['small']}>
        {[sheet.station.code, sheet.contest.name, format.time(sheet.queuedAt)].join(' · ')}
      </p>
      {sheet.person.id === person.id ? null : (
        <p className={classes['small']}>{t('outbox.other', { email: sheet.person.email })}</p>
      )}
      <StatePanel sheet={sheet} />
    </article>
  );
};

const StatePanel = ({ sheet }: { readonly sheet: QueuedSheet }) => {
  const { t } = useTranslation('send-sheet');
  const format = useFormat();
  const words = useServerWords();
  const { upload } = useSender().queueState;
  const { state } = sheet;
  switch (state.kind) {
    case 'waiting':
      if (upload?.key === sheet.key)
        return <UploadProgress label={t('photo.sending')} share={upload.share} />;
      if (state.problem === null) return <p>{t('outbox.waits')}</p>;
      return (
        <p>
          {t('outbox.triedAgain', { title: words.problem(state.problem), count: state.attempts })}{' '}
          {t('outbox.nextAt', { time: format.time(new Date(state.notBefore).toISOString()) })}
        </p>
      );
    case 'sign_in':
      return <p>{t('outbox.needsSignIn')}</p>;
    case 'refused':
      return (
        <>
          <ProblemNotice problem={state.problem} withErrors />
          <EditSheetButton sheet={sheet} />
        </>
      );
    case 'conflict':
      return <ConflictPanel sheet={sheet} existing={state.existing} askedDesk={state.askedDesk} />;
    case 'sent':
      return <ReceiptPanel receipt={state.receipt} at={state.at} />;
  }
};
