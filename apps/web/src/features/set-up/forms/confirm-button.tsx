import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ModalDialog } from '../../../ui/modal-dialog/modal-dialog.tsx';
import { TextButton } from '../../../ui/text-button/text-button.tsx';
import classes from './forms.module.css';

interface ConfirmButtonProps {
  readonly label: string;
  /** What it is done to, for those who hear the button alone. */
  readonly subject: string;
  readonly question: string;
  readonly onConfirm: () => void;
}

/** A button for what cannot be taken back. */
export const ConfirmButton = ({ label, subject, question, onConfirm }: ConfirmButtonProps) => {
  const { t } = useTranslation('set-up');
  const [asking, setAsking] = useState(false);
  return (
    <>
      <TextButton onClick={() => setAsking(true)}>
        {label}
        <span className="visually-hidden"> {subject}</span>
      </TextButton>
      {asking ? (
        <ModalDialog title={question} onClose={() => setAsking(false)}>
          <p>{subject}</p>
          <div className={classes['row']}>
            <Button
              color="red"
              onClick={() => {
                setAsking(false);
                onConfirm();
              }}
            >
              {label}
            </Button>
            <Button variant="default" onClick={() => setAsking(false)}>
              {t('cancel')}
            </Button>
          </div>
        </ModalDialog>
      ) : null}
    </>
  );
};
