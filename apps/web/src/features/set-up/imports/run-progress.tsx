import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { UploadProgress } from '../../../ui/upload-progress/upload-progress.tsx';
import classes from '../forms/forms.module.css';
import type { ImportRun } from './use-import.ts';

/** How far an import is: the file on its way, then what the server makes of it, which can be cancelled. */
export const RunProgress = ({ run }: { readonly run: ImportRun }) => {
  const { t } = useTranslation('set-up');
  if (!run.busy) return null;
  if (run.run === null) {
    const leaving = run.share > 0 && run.share < 1;
    return leaving ? <UploadProgress label={t('imports.sending')} share={run.share} /> : null;
  }
  const step = t(`imports.step.${run.run.step}`);
  return (
    <>
      <UploadProgress label={t('imports.running', { step })} share={run.run.share} />
      <div className={classes['row']}>
        <Button variant="default" onClick={() => void run.cancel()}>
          {t('imports.cancelRun')}
        </Button>
      </div>
    </>
  );
};
