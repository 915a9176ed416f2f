import { Button } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ModalDialog } from '../../../ui/modal-dialog/modal-dialog.tsx';
import classes from '../forms/forms.module.css';
import type { ImportRun } from './use-import.ts';

/**
 * Asks before the page is left, reloaded or closed while a file is on its way: until the server has it, nothing of it is found
 * again. Whoever goes all the same breaks the upload off, so that it does not end unseen.
 */
export const LeaveGuard = ({ run }: { readonly run: ImportRun }) => {
  const { t } = useTranslation('set-up');
  const blocker = useBlocker({
    shouldBlockFn: () => true,
    enableBeforeUnload: true,
    disabled: run.busy === null || run.run !== null,
    withResolver: true,
  });
  if (blocker.status !== 'blocked') return null;
  const { proceed, reset } = blocker;
  const leave = (): void => {
    run.breakOff();
    proceed();
  };
  return (
    <ModalDialog title={t('imports.leave.title')} onClose={reset}>
      <div className={classes['stack']}>
        <p>{t('imports.leave.text')}</p>
        <div className={classes['row']}>
          <Button onClick={reset}>{t('imports.leave.stay')}</Button>
          <Button color="red.9" variant="default" onClick={leave}>
            {t('imports.leave.go')}
          </Button>
        </div>
      </div>
    </ModalDialog>
  );
};
