import { Button, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ModalDialog } from '../../../ui/modal-dialog/modal-dialog.tsx';
import { ProblemNotice } from '../../../ui/problem-notice/problem-notice.tsx';
import classes from './actions.module.css';
import { reasonNeeded, type SheetAction } from './sheet-action.ts';
import type { SheetChange } from './use-sheet-change.ts';

interface ReasonDialogProps {
  readonly action: Exclude<SheetAction, 'correct'>;
  readonly station: string;
  readonly change: SheetChange;
  readonly onClose: () => void;
}

const shortest = 3;

/** Asks why, then does it. The reason goes into the sheet's history for everybody at the desk. */
export const ReasonDialog = ({ action, station, change, onClose }: ReasonDialogProps) => {
  const { t } = useTranslation('desk');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const given = reason.trim();
  const missing = reasonNeeded[action] && given.length < shortest;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (missing) return;
    if (await change.change(action, given === '' ? {} : { reason: given })) onClose();
  };
  return (
    <ModalDialog title={t(`action.${action}Title`)} onClose={onClose}>
      <form className={classes['form']} onSubmit={(event) => void submit(event)}>
        <p>{t(`action.${action}Text`, { station })}</p>
        <ProblemNotice problem={change.problem} withErrors />
        <Textarea
          label={t(reasonNeeded[action] ? 'reason.label' : 'reason.labelOptional')}
          description={t('reason.hint')}
          error={tried && missing ? t('reason.missing') : undefined}
          autosize
          minRows={2}
          maxLength={2000}
          data-autofocus
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <div className={classes['row']}>
          <Button type="submit" loading={change.busy} {...(action === 'reject' ? { color: 'red.9' } : {})}>
            {t(`action.${action}`)}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('action.cancel')}
          </Button>
        </div>
      </form>
    </ModalDialog>
  );
};
