import type { ReportTable } from '@comitium/tally/methods';

/** The text that names a table of a report. */
export const tableKey = ({ name }: Pick<ReportTable, 'name'>): string => `extra.${name.replaceAll(' ', '-')}`;
