import type { BoundaryImportSummary } from '@comitium/contract';
import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Change } from '../../../data/use-change.ts';
import { UploadProgress } from '../../../ui/upload-progress/upload-progress.tsx';
import classes from '../forms/forms.module.css';
import { boundaryImportQuery } from '../set-up-queries.ts';

interface RunningImportProps {
  /** As the list told it. */
  readonly found: BoundaryImportSummary;
  /** Carries the cancelling out, and tells its refusal. */
  readonly change: Change;
}

/** How far an import is that somebody began earlier or elsewhere; it can be cancelled here too. */
export const RunningImport = ({ found, change }: RunningImportProps) => {
  const { t } = useTranslation('set-up');
  const client = useQueryClient();
  const { level, dryRun, state, step, share } = useQuery(boundaryImportQuery(found.id)).data ?? found;
  const isOver = state !== 'running';
  useEffect(() => {
    // The register may have other shapes now, and the list tells what became of it.
    if (isOver) void client.invalidateQueries();
  }, [isOver, client]);
  const words = { level, step: t(`imports.step.${step}`) };
  return (
    <div className={classes['plain']}>
      <UploadProgress
        label={t(dryRun ? 'imports.last.checking' : 'imports.last.running', words)}
        share={share}
      />
      <div className={classes['row']}>
        <Button
          variant="default"
          loading={change.busy}
          onClick={() =>
            void change.send(`boundary-imports/${found.id}`, {
              method: 'DELETE',
              done: t('imports.cancelled'),
            })
          }
        >
          {t('imports.cancelRun')}
          <span className="visually-hidden"> {level}</span>
        </Button>
      </div>
    </div>
  );
};
