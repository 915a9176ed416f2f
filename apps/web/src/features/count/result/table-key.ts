import type { ReportTable } from '@comitium/tally/methods';

/** The text that names a table of a report. */
export const tableKey = ({ name }: Pick<ReportTable, 'name'>): string => `extra.${name.replaceAll(' ', '-')}`;

/** The text that names a column of such a table; there is none where columns are choices or grades. */
export const columnKey = ({ name }: Pick<ReportTable, 'name'>, column: string): string =>
  `tableColumn.${name.replaceAll(' ', '-')}.${column.replaceAll(' ', '-')}`;
