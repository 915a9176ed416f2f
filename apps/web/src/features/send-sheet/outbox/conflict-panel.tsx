import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.ts';
import { ModalDialog } from '../../../ui/modal-dialog/modal-dialog.tsx';
import { Notice } from '../../../ui/problem-notice/notice.tsx';
import type { ExistingSheet, QueuedSheet } from '../queue/queued-sheet.ts';
import { useSender } from '../sender/sender-context.ts';
import { compareSheets } from './compare-sheets.ts';
import { ComparedTable } from './compared-table.tsx';
import { messageForDesk } from './message-for-desk.ts';
import classes from './outbox.module.css';

interface ConflictPanelProps {
  readonly sheet: QueuedSheet;
  readonly existing: ExistingSheet | null;
  readonly askedDesk: boolean;
}

/** Another sheet was first: ours beside theirs, and a person decides. Nothing is overwritten, nothing dropped. */
export const ConflictPanel = ({ sheet, existing, askedDesk }: ConflictPanelProps) => {
  const { t } = useTranslation('send-sheet');
  const format = useFormat();
  const { queue } = useSender();
  const [discarding, setDiscarding] = useState(false);
  const rows = existing === null ? [] : compareSheets(sheet.contest, sheet.body, existing);
  const same = rows.length > 0 && rows.every(({ differs }) => !differs);
  const askDesk = async (): Promise<void> => {
    if (sheet.state.kind !== 'conflict') return;
    await queue.keep({ ...sheet, state: { ...sheet.state, askedDesk: true } });
    await shareText(messageForDesk(sheet, rows));
  };
  const received = existing
    ? t('conflict.received', {
        time: format.time(existing.receivedAt),
        source: t(`source.${existing.source}`),
      })
    : '';
  return (
    <>
      <Notice
        tone={same ? 'good' : 'warn'}
        title={same ? t('conflict.same') : t('conflict.title')}
        text={askedDesk ? t('conflict.asked') : received}
      />
      {existing ? <ComparedTable caption={sheet.contest.name} rows={rows} /> : null}
      <div className={classes['row']}>
        {same ? null : (
          <Button onClick={() => void askDesk()}>
            {askedDesk ? t('conflict.askAgain') : t('conflict.ask')}
          </Button>
        )}
        <Button variant="default" onClick={() => setDiscarding(true)}>
          {t('conflict.discard')}
        </Button>
      </div>
      {discarding ? (
        <ModalDialog title={t('conflict.discardTitle')} onClose={() => setDiscarding(false)}>
          <p>{t('conflict.discardText', { station: sheet.station.name, contest: sheet.contest.name })}</p>
          <div className={classes['row']}>
            <Button color="red" onClick={() => void queue.discard(sheet.key)}>
              {t('conflict.discard')}
            </Button>
            <Button variant="default" onClick={() => setDiscarding(false)}>
              {t('conflict.keep')}
            </Button>
          </div>
        </ModalDialog>
      ) : null}
    </>
  );
};

/** Into whatever the phone uses to reach the desk; onto the clipboard where nothing can be shared. */
const shareText = async (text: string): Promise<void> => {
  if (!('share' in navigator)) return (navigator as Navigator).clipboard.writeText(text);
  try {
    await navigator.share({ text });
  } catch (error) {
    // Closing the share sheet is a decision, not a failure.
    if (!(error instanceof DOMException && error.name === 'AbortError')) throw error;
  }
};
