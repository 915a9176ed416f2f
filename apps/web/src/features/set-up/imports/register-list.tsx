import type { Register } from '@comitium/contract';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useChange } from '../../../data/use-change.ts';
import { holdsRole, useSession } from '../../../data/use-session.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { SimulatedLabel } from '../../../ui/simulated-label/simulated-label.tsx';
import { FailedState } from '../../../ui/state-message/failed-state.tsx';
import { ChangeResult } from '../forms/change-result.tsx';
import { ConfirmButton } from '../forms/confirm-button.tsx';
import classes from '../forms/forms.module.css';
import { boundaryImportsQuery } from '../set-up-queries.ts';
import { LevelImports } from './level-imports.tsx';

interface RegisterListProps {
  readonly registers: readonly Register[];
  /** An import that is shown elsewhere. */
  readonly followed: string | null;
}

/** What is loaded; a register that no election uses can be deleted. */
export const RegisterList = ({ registers, followed }: RegisterListProps) => {
  const { t } = useTranslation('set-up');
  const format = useFormat();
  const change = useChange();
  const { person } = useSession();
  const mayImport = holdsRole(person, 'platform_administrator');
  const imports = useQuery({ ...boundaryImportsQuery(), enabled: mayImport });
  const others = imports.data?.items.filter(({ id }) => id !== followed) ?? [];
  const remove = ({ code, name }: Register) =>
    change.send(`registers/${encodeURIComponent(code)}`, { method: 'DELETE', done: t('deleted', { name }) });
  return (
    <>
      <ChangeResult change={change} />
      {imports.isLoadingError ? (
        <FailedState error={imports.error} onRetry={() => void imports.refetch()} />
      ) : null}
      <ul className={classes['stack']}>
        {registers.map((register) => (
          <li key={register.code} className={classes['plain']}>
            <div className={classes['line']}>
              <div>
                <strong>{register.name}</strong> {register.simulated ? <SimulatedLabel /> : null}
                <div className={classes['small']}>
                  {t('registers.facts', {
                    code: register.code,
                    levels: register.levels.join(' → '),
                    stations: format.count(register.stations),
                    registered: format.count(register.registered),
                  })}
                </div>
                <div className={classes['small']}>
                  {Object.keys(register.boundaries).length === 0
                    ? t('registers.noShapes')
                    : t('registers.shapes', { levels: Object.keys(register.boundaries).join(', ') })}
                </div>
              </div>
              <ConfirmButton
                label={t('delete')}
                subject={register.name}
                question={t('registers.deleteQuestion')}
                text={t('registers.deleteText')}
                change={change}
                onConfirm={() => remove(register)}
              />
            </div>
            <LevelImports register={register} imports={others} change={change} />
          </li>
        ))}
      </ul>
    </>
  );
};
