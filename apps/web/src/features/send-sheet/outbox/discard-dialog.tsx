import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ModalDialog } from '../../../ui/modal-dialog/modal-dialog.tsx';
import type { QueuedSheet } from '../queue/queued-sheet.ts';
import { useSender } from '../sender/sender-context.ts';
import classes from './outbox.module.css';

interface DiscardDialogProps {
  readonly sheet: QueuedSheet;
  readonly onClose: () => void;
}

/** The only way in which an unsent sheet ever leaves the device. */
export const DiscardDialog = ({ sheet, onClose }: DiscardDialogProps) => {
  const { t } = useTranslation('send-sheet');
  const { queue } = useSender();
  return (
    <ModalDialog title={t('conflict.discardTitle')} onClose={onClose}>
      <p>{t('conflict.discardText', { station: sheet.station.name, contest: sheet.contest.name })}</p>
      <div className={classes['row']}>
        <Button color="red.9" onClick={() => void queue.discard(sheet.key)}>
          {t('conflict.discard')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('conflict.keep')}
        </Button>
      </div>
    </ModalDialog>
  );
};
