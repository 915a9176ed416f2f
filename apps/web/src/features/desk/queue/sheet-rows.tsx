import type { Sheet } from '@comitium/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.ts';
import { SheetStatus } from '../../../ui/sheet-status/sheet-status.tsx';
import { statusTones } from '../status-tones.ts';
import type { DeskTab } from './desk-tabs.ts';
import { QueueRow } from './queue-row.tsx';

interface SheetRowsProps {
  readonly election: string;
  readonly tab: DeskTab;
  readonly rows: readonly (Sheet & { readonly gone: boolean })[];
  readonly selected: string | undefined;
}

export const SheetRows = ({ election, tab, rows, selected }: SheetRowsProps) => {
  const { t } = useTranslation(['desk', 'ui']);
  const format = useFormat();
  return rows.map((sheet) => {
    const rules = sheet.warnings.map(({ rule }) => rule).join(' ');
    return (
      <QueueRow
        key={sheet.id}
        {...{ election, tab, row: sheet }}
        current={sheet.id === selected}
        name={sheet.station.name}
        status={<SheetStatus tone={statusTones[sheet.status]} label={t(`ui:sheetStatus.${sheet.status}`)} />}
        place={[sheet.station.code, sheet.contestName, format.time(sheet.updatedAt)].join(' · ')}
        note={rules ? t('list.rules', { rules }) : undefined}
      />
    );
  });
};
