import type { BoundaryImportSummary } from '@comitium/contract';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.ts';
import { useServerWords } from '../../../ui/problem-notice/use-server-words.ts';
import classes from '../forms/forms.module.css';
import { Loaded } from '../forms/loaded.tsx';
import { boundaryImportQuery } from '../set-up-queries.ts';
import { ErrorTable } from './error-table.tsx';

/** What became of an import, when, and each thing that was wrong or left out for who wants to see it. */
export const PastImport = ({ past }: { readonly past: BoundaryImportSummary }) => {
  const { t } = useTranslation('set-up');
  const format = useFormat();
  const words = useServerWords();
  const [open, setOpen] = useState(false);
  const { id, level, state, dryRun, problem, errors: count, startedAt, endedAt } = past;
  // The table below says more than a problem that only counts its rows.
  const counted = count > 0 && problem?.code === 'import_refused';
  const outcome = state === 'done' && dryRun ? 'checked' : state;
  return (
    <div className={`${classes['plain']} ${classes['small']}`}>
      <p>{t(`imports.last.${outcome}`, { level, time: format.time(endedAt ?? startedAt) })}</p>
      {problem && !counted ? (
        <p>
          {words.problem(problem)}. {problem.detail}
        </p>
      ) : null}
      {count > 0 ? (
        <details onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary>{t(state === 'failed' ? 'imports.errors' : 'imports.leftOut', { count })}</summary>
          {open ? <PastErrors id={id} /> : null}
        </details>
      ) : null}
    </div>
  );
};

const PastErrors = ({ id }: { readonly id: string }) => (
  <Loaded query={useQuery(boundaryImportQuery(id))}>
    {({ report, problem }) => <ErrorTable errors={report?.errors ?? problem?.errors ?? []} />}
  </Loaded>
);
