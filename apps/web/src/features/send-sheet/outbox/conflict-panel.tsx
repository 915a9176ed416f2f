import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.ts';
import { Notice } from '../../../ui/problem-notice/notice.tsx';
import type { ExistingSheet, QueuedSheet } from '../queue/queued-sheet.ts';
import { useSender } from '../sender/sender-context.ts';
import { compareSheets } from './compare-sheets.ts';
import { ComparedTable } from './compared-table.tsx';
import { DiscardDialog } from './discard-dialog.tsx';
import { messageForDesk } from './message-for-desk.ts';
import classes from './outbox.module.css';
import { shareText } from './share-text.ts';

interface ConflictPanelProps {
  readonly sheet: QueuedSheet;
  /** Null when it was withdrawn meanwhile. */
  readonly existing: ExistingSheet | null;
  readonly askedDesk: boolean;
}

/** Another sheet was first: ours beside theirs. The desk was shown both and decides; nothing is overwritten or dropped. */
export const ConflictPanel = ({ sheet, existing, askedDesk }: ConflictPanelProps) => {
  const { t } = useTranslation('send-sheet');
  const { queue } = useSender();
  const [discarding, setDiscarding] = useState(false);
  const rows = existing === null ? [] : compareSheets(sheet.contest, sheet.body, existing);
  const same = rows.length > 0 && rows.every(({ differs }) => !differs);
  const message = messageForDesk(sheet, rows);
  const sendMine = async (): Promise<void> => {
    await queue.keep({ ...sheet, state: { kind: 'waiting', attempts: 0, notBefore: 0, problem: null } });
    await queue.sendNow();
  };
  const askDesk = async (): Promise<void> => {
    if (sheet.state.kind !== 'conflict') return;
    await queue.keep({ ...sheet, state: { ...sheet.state, askedDesk: true } });
    await shareText(message);
  };
  return (
    <>
      <ConflictNotice existing={existing} same={same} askedDesk={askedDesk} />
      {existing ? <ComparedTable caption={sheet.contest.name} rows={rows} /> : null}
      {existing && askedDesk && !same ? <pre className={classes['message']}>{message}</pre> : null}
      <div className={classes['row']}>
        {existing === null ? <Button onClick={() => void sendMine()}>{t('conflict.sendMine')}</Button> : null}
        {existing === null || same ? null : (
          <Button variant="default" onClick={() => void askDesk()}>
            {askedDesk ? t('conflict.askAgain') : t('conflict.ask')}
          </Button>
        )}
        <Button variant="default" onClick={() => setDiscarding(true)}>
          {t('conflict.discard')}
        </Button>
      </div>
      {discarding ? <DiscardDialog sheet={sheet} onClose={() => setDiscarding(false)} /> : null}
    </>
  );
};

interface ConflictNoticeProps extends Pick<ConflictPanelProps, 'existing' | 'askedDesk'> {
  readonly same: boolean;
}

const ConflictNotice = ({ existing, same, askedDesk }: ConflictNoticeProps) => {
  const { t } = useTranslation('send-sheet');
  const format = useFormat();
  if (existing === null) return <Notice tone="good" title={t('conflict.gone')} />;
  const received = t(same ? 'conflict.receivedSame' : 'conflict.received', {
    time: format.time(existing.receivedAt),
    source: t(`source.${existing.source}`),
  });
  return (
    <Notice
      tone={same ? 'good' : 'warn'}
      title={same ? t('conflict.same') : t('conflict.title')}
      text={askedDesk && !same ? t('conflict.asked') : received}
    />
  );
};
