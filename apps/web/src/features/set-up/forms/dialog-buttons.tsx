import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './forms.module.css';

interface DialogButtonsProps {
  readonly busy: boolean;
  /** Of the button that sends the form; “Save” when left out. */
  readonly label?: string;
  readonly onClose: () => void;
}

/** The end of every form in a dialog. */
export const DialogButtons = ({ busy, label, onClose }: DialogButtonsProps) => {
  const { t } = useTranslation('set-up');
  return (
    <div className={classes['row']}>
      <Button type="submit" loading={busy}>
        {label ?? t('save')}
      </Button>
      <Button variant="default" onClick={onClose}>
        {t('cancel')}
      </Button>
    </div>
  );
};
