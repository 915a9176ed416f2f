import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Change } from '../../../data/use-change.ts';
import { ModalDialog } from '../../../ui/modal-dialog/modal-dialog.tsx';
import { ChangeResult } from './change-result.tsx';
import classes from './forms.module.css';

interface FormDialogProps {
  readonly title: string;
  readonly change: Change;
  /** Of the button that sends the form; “Save” when left out. */
  readonly label?: string;
  /** Lists every error; left out where each stands at its field. */
  readonly withErrors?: boolean;
  /** Sends what stands in the fields. Answers null where it was refused, or where the fields are not ready. */
  readonly onSend: () => Promise<unknown>;
  readonly onClose: () => void;
  /** The fields. */
  readonly children: ReactNode;
}

/** A form in a dialog: it closes when what was sent is taken, and says why when it is not. */
export const FormDialog = ({ title, change, label, onSend, onClose, ...props }: FormDialogProps) => {
  const { t } = useTranslation('set-up');
  const submit = async (): Promise<void> => {
    if ((await onSend()) !== null) onClose();
  };
  return (
    <ModalDialog title={title} onClose={onClose}>
      <form
        className={classes['stack']}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <ChangeResult change={change} withErrors={props.withErrors ?? false} />
        {props.children}
        <div className={classes['row']}>
          <Button type="submit" loading={change.busy}>
            {label ?? t('save')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
        </div>
      </form>
    </ModalDialog>
  );
};
