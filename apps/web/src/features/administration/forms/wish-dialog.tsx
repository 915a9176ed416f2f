import { Button } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Change } from '../../../data/use-change.ts';
import { ModalDialog } from '../../../ui/modal-dialog/modal-dialog.tsx';
import { ProblemNotice } from '../../../ui/problem-notice/problem-notice.tsx';
import classes from '../administration.module.css';

interface WishDialogProps {
  readonly title: string;
  readonly action: string;
  readonly change: Change;
  /** Answers whether it was taken; then the dialog closes. */
  readonly onSend: () => Promise<boolean>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A form in a dialog that stays, with its reasons, until what it asks for is taken. */
export const WishDialog = ({ title, action, change, onSend, onClose, children }: WishDialogProps) => {
  const { t } = useTranslation('administration');
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (await onSend()) onClose();
  };
  return (
    <ModalDialog title={title} onClose={onClose}>
      <form className={classes['stack']} noValidate onSubmit={(event) => void submit(event)}>
        <ProblemNotice problem={change.problem} withErrors />
        {children}
        <div className={classes['row']}>
          <Button type="submit" loading={change.busy}>
            {action}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
        </div>
      </form>
    </ModalDialog>
  );
};
