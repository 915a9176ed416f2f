import type { Sheet } from '@comitium/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.ts';
import { SheetStatus } from '../../../ui/sheet-status/sheet-status.tsx';
import { useHasCorrection } from '../actions/correction-drafts.ts';
import { useCorrections } from '../actions/use-corrections.ts';
import { statusTones } from '../status-tones.ts';
import type { DeskTab } from './desk-tabs.ts';
import { QueueRow } from './queue-row.tsx';

interface SheetRowsProps {
  readonly election: string;
  readonly tab: DeskTab;
  readonly rows: readonly (Sheet & { readonly gone: boolean })[];
  readonly selected: string | undefined;
}

export const SheetRows = ({ election, tab, rows, selected }: SheetRowsProps) =>
  rows.map((sheet) => (
    <SheetRow key={sheet.id} {...{ election, tab, sheet }} current={sheet.id === selected} />
  ));

interface SheetRowProps extends Pick<SheetRowsProps, 'election' | 'tab'> {
  readonly sheet: SheetRowsProps['rows'][number];
  readonly current: boolean;
}

const SheetRow = ({ election, tab, sheet, current }: SheetRowProps) => {
  const { t } = useTranslation(['desk', 'ui']);
  const format = useFormat();
  const begun = useHasCorrection(useCorrections(), sheet.id);
  const rules = sheet.warnings.map(({ rule }) => rule).join(' ');
  return (
    <QueueRow
      {...{ election, tab, current, row: sheet }}
      name={sheet.station.name}
      status={<SheetStatus tone={statusTones[sheet.status]} label={t(`ui:sheetStatus.${sheet.status}`)} />}
      place={[sheet.station.code, sheet.contestName, format.time(sheet.updatedAt)].join(' · ')}
      note={[begun ? t('list.begun') : '', rules ? t('list.rules', { rules }) : '']
        .filter(Boolean)
        .join(' · ')}
    />
  );
};
