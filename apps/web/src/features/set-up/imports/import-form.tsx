import { Button, FileInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../../ui/problem-notice/notice.tsx';
import { ProblemNotice } from '../../../ui/problem-notice/problem-notice.tsx';
import { UploadProgress } from '../../../ui/upload-progress/upload-progress.tsx';
import classes from '../forms/forms.module.css';
import { ImportErrors } from './import-errors.tsx';
import { type ImportTarget, useImport } from './use-import.ts';

interface ImportFormProps {
  readonly title: string;
  readonly text: string;
  readonly accept: string;
  /** Null while fields it needs are empty. `name` is the file's. */
  readonly target: (name: string) => ImportTarget | null;
  readonly canDryRun: boolean;
  /** The fields beside the file. */
  readonly children?: ReactNode;
}

/** Choose a file, check it, see every error with its line and column, then write it. */
export const ImportForm = ({ title, text, accept, target, canDryRun, children }: ImportFormProps) => {
  const { t } = useTranslation('set-up');
  const [file, setFile] = useState<File | null>(null);
  const [checked, setChecked] = useState<File | null>(null);
  const [tried, setTried] = useState(false);
  const run = useImport();
  const errors = run.report?.errors.length ?? 0;
  const mayWrite = !canDryRun || (checked === file && file !== null && run.report !== null && errors === 0);
  const start = async (dryRun: boolean): Promise<void> => {
    setTried(true);
    const goal = file === null ? null : target(file.name);
    if (file === null || goal === null) return;
    await run.send(file, goal, dryRun);
    setChecked(dryRun ? file : null);
  };
  return (
    <section className={classes['card']}>
      <h2 className={classes['heading']}>{title}</h2>
      <p className={classes['small']}>{text}</p>
      <div className={classes['form']}>
        {children}
        <FileInput
          label={t('imports.file')}
          accept={accept}
          clearable
          clearButtonProps={{ 'aria-label': t('imports.clear') }}
          placeholder={t('imports.choose')}
          value={file}
          error={tried && file === null ? t('imports.noFile') : undefined}
          onChange={(chosen) => {
            setFile(chosen);
            run.forget();
          }}
        />
        {tried && file !== null && target(file.name) === null ? (
          <p role="alert">{t('imports.fillIn')}</p>
        ) : null}
        <div className={classes['row']}>
          {canDryRun ? (
            <Button
              variant={mayWrite ? 'default' : 'filled'}
              loading={run.busy === 'check'}
              onClick={() => void start(true)}
            >
              {t('imports.check')}
            </Button>
          ) : null}
          <Button disabled={!mayWrite} loading={run.busy === 'write'} onClick={() => void start(false)}>
            {t('imports.write')}
          </Button>
        </div>
      </div>
      {run.busy && run.share > 0 && run.share < 1 ? (
        <UploadProgress label={t('imports.sending')} share={run.share} />
      ) : null}
      <div aria-live="polite" className={`${classes['stack']} ${classes['live']}`}>
        <ProblemNotice problem={run.problem} />
        {run.written ? <Notice tone="good" title={t('imports.written')} /> : null}
        {run.report && !run.written && !run.problem && errors === 0 ? (
          <Notice tone="good" title={t('imports.clean', { count: run.report.rows })} />
        ) : null}
        {errors > 0 && run.report ? <ImportErrors {...run.report} /> : null}
      </div>
    </section>
  );
};
