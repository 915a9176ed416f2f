import type { SheetConflict } from '@comitium/contract';
import { Button, Textarea } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ModalDialog } from '../../../ui/modal-dialog/modal-dialog.tsx';
import { ProblemNotice } from '../../../ui/problem-notice/problem-notice.tsx';
import classes from '../actions/actions.module.css';
import type { ConflictAction } from './conflict-action.ts';
import type { ConflictChange } from './use-conflict-change.ts';

interface ConflictDialogProps {
  readonly action: ConflictAction;
  readonly conflict: SheetConflict;
  readonly change: ConflictChange;
  /** What changed meanwhile; until it is looked at, nothing is settled, and the reason typed stays. */
  readonly news: ReactNode;
  readonly onClose: () => void;
}

/** Asks why, then settles it. */
export const ConflictDialog = ({ action, conflict, change, news, onClose }: ConflictDialogProps) => {
  const { t } = useTranslation('desk');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const missing = reason.trim().length < 3;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (!missing && news === null && (await change.change(action, reason.trim()))) onClose();
  };
  return (
    <ModalDialog title={t(`conflict.${action}Title`)} onClose={onClose}>
      <form className={classes['form']} onSubmit={(event) => void submit(event)}>
        <p>{t(`conflict.${action}Text`, { station: conflict.station.name, author: conflict.author })}</p>
        {news}
        <ProblemNotice problem={news ? null : change.problem} withErrors />
        <Textarea
          label={t('reason.label')}
          description={t('reason.hint')}
          error={tried && missing ? t('reason.missing') : undefined}
          autosize
          minRows={2}
          maxLength={2000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <div className={classes['row']}>
          <Button type="submit" loading={change.busy} disabled={news !== null}>
            {t(`conflict.${action}`)}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('action.cancel')}
          </Button>
        </div>
      </form>
    </ModalDialog>
  );
};
