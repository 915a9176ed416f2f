import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Change } from '../../../data/use-change.ts';
import { ModalDialog } from '../../../ui/modal-dialog/modal-dialog.tsx';
import { ProblemNotice } from '../../../ui/problem-notice/problem-notice.tsx';
import { TextButton } from '../../../ui/text-button/text-button.tsx';
import classes from './forms.module.css';

interface ConfirmButtonProps {
  readonly label: string;
  /** What it is done to, for those who hear the button alone. */
  readonly subject: string;
  readonly question: string;
  /** What will follow, where the question does not say it. */
  readonly text?: string;
  /** Carries it out; its refusal is told in the dialog, which then stays. */
  readonly change: Change;
  /** Answers null when it was refused. */
  readonly onConfirm: () => Promise<unknown>;
}

/** A button for what cannot be taken back. */
export const ConfirmButton = ({ label, subject, change, onConfirm, ...asked }: ConfirmButtonProps) => {
  const { t } = useTranslation('set-up');
  const [asking, setAsking] = useState(false);
  const close = (): void => {
    setAsking(false);
    change.forget();
  };
  const confirm = async (): Promise<void> => {
    if ((await onConfirm()) !== null) setAsking(false);
  };
  return (
    <>
      <TextButton onClick={() => setAsking(true)}>
        {label}
        <span className="visually-hidden"> {subject}</span>
      </TextButton>
      {asking ? (
        <ModalDialog title={asked.question} onClose={close}>
          <div className={classes['stack']}>
            <p>{subject}</p>
            {asked.text ? <p className={classes['small']}>{asked.text}</p> : null}
            <ProblemNotice problem={change.problem} withErrors />
            <div className={classes['row']}>
              <Button color="red.9" loading={change.busy} onClick={() => void confirm()}>
                {label}
              </Button>
              <Button variant="default" onClick={close}>
                {t('cancel')}
              </Button>
            </div>
          </div>
        </ModalDialog>
      ) : null}
    </>
  );
};
