import type { SheetConflict } from '@comitium/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.ts';
import { SheetStatus } from '../../../ui/sheet-status/sheet-status.tsx';
import { QueueRow } from '../queue/queue-row.tsx';
import { countDifferences } from './count-differences.ts';

interface ConflictRowsProps {
  readonly election: string;
  readonly rows: readonly (SheetConflict & { readonly gone: boolean })[];
  readonly selected: string | undefined;
}

export const ConflictRows = ({ election, rows, selected }: ConflictRowsProps) => {
  const { t } = useTranslation('desk');
  const format = useFormat();
  return rows.map((conflict) => {
    const count = countDifferences(conflict, conflict.live);
    return (
      <QueueRow
        key={conflict.id}
        {...{ election, tab: 'conflicts', row: conflict }}
        current={conflict.id === selected}
        name={conflict.station.name}
        status={
          conflict.gone ? (
            <SheetStatus tone="good" label={t('conflict.settled')} />
          ) : (
            <SheetStatus
              tone={count === 0 ? 'quiet' : 'warn'}
              label={count === 0 ? t('conflict.same') : t('conflict.differ', { count })}
            />
          )
        }
        place={[conflict.station.code, conflict.contestName, format.time(conflict.receivedAt)].join(' · ')}
        note={t('conflict.by', { author: conflict.author })}
      />
    );
  });
};
