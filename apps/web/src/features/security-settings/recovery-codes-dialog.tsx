import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ModalDialog } from '../../ui/modal-dialog/modal-dialog.tsx';
import classes from './security.module.css';

interface RecoveryCodesDialogProps {
  readonly codes: readonly string[];
  readonly onClose: () => void;
}

/** The one time that they are shown. */
export const RecoveryCodesDialog = ({ codes, onClose }: RecoveryCodesDialogProps) => {
  const { t } = useTranslation('security');
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(codes.join('\n'));
    setCopied(true);
  };
  return (
    <ModalDialog title={t('recovery.dialog')} onClose={onClose}>
      <p>{t('recovery.dialogText')}</p>
      <ol className={classes['codes']} dir="ltr">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <div className={classes['row']}>
        <Button onClick={onClose}>{t('recovery.kept')}</Button>
        {/* Only secure addresses have a clipboard. */}
        {'clipboard' in navigator ? (
          <Button variant="default" onClick={() => void copy()}>
            {t(copied ? 'recovery.copied' : 'recovery.copy')}
          </Button>
        ) : null}
      </div>
    </ModalDialog>
  );
};
