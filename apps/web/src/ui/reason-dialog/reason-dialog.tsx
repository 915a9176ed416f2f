import { Button, Textarea } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProblemAnswer } from '../../data/problem-error.ts';
import { ModalDialog } from '../modal-dialog/modal-dialog.tsx';
import { ProblemNotice } from '../problem-notice/problem-notice.tsx';
import classes from './reason-dialog.module.css';

interface ReasonDialogProps {
  readonly title: string;
  /** What will happen. */
  readonly text: string;
  /** Of the button that does it. */
  readonly action: string;
  readonly needed: boolean;
  /** Takes something away. */
  readonly grave?: boolean;
  readonly busy: boolean;
  readonly problem: ProblemAnswer | null;
  /** What must be looked at first; until then nothing is done, and the reason typed stays. */
  readonly news?: ReactNode;
  /** Answers whether it was done; then the dialog closes. The reason is trimmed, and may be empty where none is needed. */
  readonly onAct: (reason: string) => Promise<boolean>;
  readonly onClose: () => void;
}

const shortest = 3;

/** Asks why, then does it. */
export const ReasonDialog = ({ title, text, action, onAct, onClose, ...props }: ReasonDialogProps) => {
  const { needed, grave = false, busy, problem, news = null } = props;
  const { t } = useTranslation('ui');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const missing = needed && reason.trim().length < shortest;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (!missing && news === null && (await onAct(reason.trim()))) onClose();
  };
  return (
    <ModalDialog title={title} onClose={onClose}>
      <form className={classes['form']} onSubmit={(event) => void submit(event)}>
        <p>{text}</p>
        {news}
        <ProblemNotice problem={news ? null : problem} withErrors />
        <Textarea
          label={t(needed ? 'reason.label' : 'reason.labelOptional')}
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
          <Button
            type="submit"
            loading={busy}
            disabled={news !== null}
            {...(grave ? { color: 'red.9' } : {})}
          >
            {action}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('reason.cancel')}
          </Button>
        </div>
      </form>
    </ModalDialog>
  );
};
