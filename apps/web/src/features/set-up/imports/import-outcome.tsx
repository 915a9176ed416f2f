import type { ImportReport } from '@comitium/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.ts';
import { Notice } from '../../../ui/problem-notice/notice.tsx';
import { ProblemNotice } from '../../../ui/problem-notice/problem-notice.tsx';
import classes from '../forms/forms.module.css';
import { ImportErrors } from './import-errors.tsx';
import type { ImportRun } from './use-import.ts';

interface ImportOutcomeProps {
  readonly run: ImportRun;
  /** Whether the errors prevent the import. */
  readonly blocking: boolean;
  /** Whether something else is asked for now than was checked. */
  readonly outdated: boolean;
}

/** What the file holds, whether it can be imported or was, and every error with its place. */
export const ImportOutcome = ({ run, blocking, outdated }: ImportOutcomeProps) => {
  const { problem, written } = run;
  const report = outdated ? null : run.report;
  const { t } = useTranslation('set-up');
  // The table below says more than a problem that only counts its rows.
  const counted = problem !== null && report !== null && problem.code === 'import_refused';
  return (
    <div aria-live="polite" className={`${classes['stack']} ${classes['live']}`}>
      <ProblemNotice problem={counted ? null : problem} />
      {run.cancelled ? <Notice tone="warn" title={t('imports.cancelled')} /> : null}
      {written ? <Notice tone="good" title={t('imports.written')} /> : null}
      {report && !written && !blocking ? (
        <Notice tone="good" title={t('imports.clean', { count: report.rows })}>
          <Summary summary={report.summary} />
        </Notice>
      ) : null}
      {report && report.errors.length > 0 ? (
        <ImportErrors errors={report.errors} blocking={blocking} />
      ) : null}
    </div>
  );
};

/** So many areas of each level, or so many parties, races, contests and choices. */
const Summary = ({ summary = [] }: Pick<ImportReport, 'summary'>) => {
  const { t } = useTranslation('set-up');
  const format = useFormat();
  const counts = summary.map(({ name, count }) =>
    t('imports.counted', {
      name: t(`imports.of.${name}`, { defaultValue: name }),
      count: format.count(count),
    }),
  );
  return counts.length === 0 ? null : <p>{counts.join(' · ')}</p>;
};
