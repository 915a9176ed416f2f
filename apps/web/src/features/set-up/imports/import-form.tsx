import { Button, FileInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from '../forms/forms.module.css';
import { ImportOutcome } from './import-outcome.tsx';
import { LeaveGuard } from './leave-guard.tsx';
import { RunProgress } from './run-progress.tsx';
import type { ImportRun, ImportTarget } from './use-import.ts';

interface ImportFormProps {
  readonly title: string;
  readonly text: string;
  readonly run: ImportRun;
  readonly accept: string;
  /** Null while fields it needs are empty. `name` is the file's. */
  readonly target: (name: string) => ImportTarget | null;
  /** Whether errors only tell what is left out, and the rest is imported. */
  readonly leavesOut?: boolean;
  /** The fields beside the file. */
  readonly children?: ReactNode;
}

/** Choose a file, check it, see every error with its line and column, then write it. */
export const ImportForm = ({
  title,
  text,
  run,
  accept,
  target,
  leavesOut = false,
  children,
}: ImportFormProps) => {
  const { t } = useTranslation('set-up');
  const [file, setFile] = useState<File | null>(null);
  // What was checked: the file as much as where it goes.
  const [checked, setChecked] = useState<{ readonly file: File; readonly goal: string } | null>(null);
  const [tried, setTried] = useState(false);
  const blocking = run.problem !== null || (!leavesOut && (run.report?.errors.length ?? 0) > 0);
  const goalNow = file === null ? '' : JSON.stringify(target(file.name));
  const isChecked = file !== null && checked?.file === file && checked.goal === goalNow;
  const mayWrite = isChecked && run.report !== null && !blocking;
  const start = async (dryRun: boolean): Promise<void> => {
    setTried(true);
    const goal = file === null ? null : target(file.name);
    if (file === null || goal === null) return;
    await run.send(file, goal, dryRun);
    setChecked(dryRun ? { file, goal: JSON.stringify(goal) } : null);
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
          <Button
            variant={mayWrite ? 'default' : 'filled'}
            loading={run.busy === 'check'}
            onClick={() => void start(true)}
          >
            {t('imports.check')}
          </Button>
          <Button disabled={!mayWrite} loading={run.busy === 'write'} onClick={() => void start(false)}>
            {t('imports.write')}
          </Button>
        </div>
      </div>
      <RunProgress run={run} />
      <LeaveGuard run={run} />
      <ImportOutcome
        run={run}
        blocking={blocking}
        outdated={!isChecked && !run.written && !run.problem && !run.cancelled}
      />
    </section>
  );
};
