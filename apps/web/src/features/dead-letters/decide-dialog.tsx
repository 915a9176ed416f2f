import type { DeadLetter } from '@comitium/contract';
import { Button, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProblemAnswer } from '../../data/problem-error.ts';
import { sendRequest } from '../../data/send-request.ts';
import { ModalDialog } from '../../ui/modal-dialog/modal-dialog.tsx';
import { ProblemNotice } from '../../ui/problem-notice/problem-notice.tsx';
import classes from './dead-letters.module.css';
import { deadLettersKey } from './dead-letters-query.ts';

export type Decision = 'retry' | 'discard' | 'discardExpired';

interface DecideDialogProps {
  /** Null where the decision is about all that are too late. */
  readonly letter: DeadLetter | null;
  readonly decision: Decision;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

const shortest = 3;

const pathOf = (letter: DeadLetter | null, decision: Decision): string =>
  letter === null
    ? 'dead-letters/discard-expired'
    : `dead-letters/${encodeURIComponent(letter.id)}/${decision}`;

/** Asks why, then does it. */
export const DecideDialog = ({ letter, decision, onDone, onClose }: DecideDialogProps) => {
  const { t } = useTranslation('dead-letters');
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [sending, setSending] = useState<{ busy: boolean; problem: ProblemAnswer | null }>({
    busy: false,
    problem: null,
  });
  const missing = reason.trim().length < shortest;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (missing) return;
    setSending({ busy: true, problem: null });
    const answer = await sendRequest(pathOf(letter, decision), {
      method: 'POST',
      body: { reason: reason.trim() },
    });
    setSending({ busy: false, problem: answer.ok ? null : answer.error });
    if (!answer.ok) return;
    await client.invalidateQueries({ queryKey: deadLettersKey });
    onDone();
    onClose();
  };
  const what = letter === null ? {} : { template: t(`template.${letter.template}`), to: letter.to };
  return (
    <ModalDialog title={t(`dialog.${decision}Title`)} onClose={onClose}>
      <form className={classes['form']} onSubmit={(event) => void submit(event)}>
        <p>{t(`dialog.${decision}Text`, what)}</p>
        {decision === 'retry' && letter?.perhapsDelivered ? <p>{t('dialog.retryPerhaps')}</p> : null}
        <ProblemNotice problem={sending.problem} withErrors />
        <Textarea
          label={t('dialog.reason')}
          description={t('dialog.hint')}
          error={tried && missing ? t('dialog.missing') : undefined}
          autosize
          minRows={2}
          maxLength={500}
          data-autofocus
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <div className={classes['row']}>
          <Button type="submit" loading={sending.busy}>
            {t(`action.${decision}`)}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('action.cancel')}
          </Button>
        </div>
      </form>
    </ModalDialog>
  );
};
