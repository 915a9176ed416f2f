import type { SheetConflict } from '@comitium/contract';
import { useTranslation } from 'react-i18next';
import { SheetStatus } from '../../../ui/sheet-status/sheet-status.tsx';
import classes from '../detail/detail.module.css';
import { statusTones } from '../status-tones.ts';

/** Where it is, and how the recorded sheet stands. */
export const ConflictHead = ({
  conflict: { station, contestName, live },
}: {
  readonly conflict: SheetConflict;
}) => {
  const { t } = useTranslation(['desk', 'ui']);
  const status = t(`ui:sheetStatus.${live.status}`);
  return (
    <header className={classes['head']}>
      <div className={classes['line']}>
        <h2 className={classes['title']}>{station.name}</h2>
        <SheetStatus tone={statusTones[live.status]} label={t('conflict.liveStatus', { status })} />
      </div>
      <p>{contestName}</p>
      <p className={classes['small']}>{[station.code, ...station.path.toReversed()].join(' · ')}</p>
    </header>
  );
};
