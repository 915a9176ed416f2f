import type { BoundaryImportSummary, Register } from '@comitium/contract';
import { useTranslation } from 'react-i18next';
import type { Change } from '../../../data/use-change.ts';
import classes from '../forms/forms.module.css';
import { PastImport } from './past-import.tsx';
import { RunningImport } from './running-import.tsx';

interface LevelImportsProps {
  readonly register: Register;
  /** Of every register. */
  readonly imports: readonly BoundaryImportSummary[];
  readonly change: Change;
}

/** The last import of boundaries of each level of a register: how far it is, or what became of it. */
export const LevelImports = ({ register, imports, change }: LevelImportsProps) => {
  const { t } = useTranslation('set-up');
  const own = imports.filter((each) => each.register === register.code);
  if (own.length === 0) return null;
  return (
    <ul className={classes['stack']} aria-label={t('registers.imports', { name: register.name })}>
      {own.map((each) => (
        <li key={each.id}>
          {each.state === 'running' ? (
            <RunningImport found={each} change={change} />
          ) : (
            <PastImport past={each} />
          )}
        </li>
      ))}
    </ul>
  );
};
