import type { CountReport, ReportTable } from '@comitium/tally/methods';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.ts';
import { ScrollRegion } from '../../../ui/scroll-region/scroll-region.tsx';
import { columnsOnPaper } from './columns-on-paper.ts';
import { inPieces } from './in-pieces.ts';
import classes from './result.module.css';
import { columnKey, tableKey } from './table-key.ts';
import { usePrinting } from './use-printing.ts';

/** Whatever else the method computed: a matrix of pairs, grades, keep values. */
export const ExtraTables = ({ report }: { readonly report: CountReport }) => {
  const { t } = useTranslation('count');
  return report.tables.map((table) => (
    <details key={table.name} className={classes['extra']}>
      <summary>{t(tableKey(table))}</summary>
      <ExtraTable table={table} name={t(tableKey(table))} />
    </details>
  ));
};

interface ExtraTableProps {
  readonly table: ReportTable;
  readonly name: string;
}

const ExtraTable = ({ table, name }: ExtraTableProps) => {
  const printing = usePrinting();
  const columns = table.columns.map((column, at) => ({ column, at }));
  const cells = table.rows.flatMap((row) => row.cells.map((cell) => cell ?? ''));
  const pieces = printing ? inPieces(columns, columnsOnPaper(cells)) : [columns];
  return (
    <div className={classes['pieces']}>
      {pieces.map((piece) => (
        <ScrollRegion key={piece[0]?.at} label={name} className={classes['framed']}>
          <TablePiece table={table} name={name} columns={piece} />
        </ScrollRegion>
      ))}
    </div>
  );
};

interface TablePieceProps extends ExtraTableProps {
  readonly columns: readonly { readonly column: string; readonly at: number }[];
}

const TablePiece = ({ table, name, columns }: TablePieceProps) => {
  const { t, i18n } = useTranslation('count');
  const format = useFormat();
  const said = (column: string): string => {
    const key = columnKey(table, column);
    return i18n.exists(`count:${key}`) ? t(key) : column;
  };
  const cellOf = (column: string, cell: string | null): string => {
    if (cell === null) return '·';
    // The one column that answers a question instead of counting.
    if (columnKey(table, column) === 'tableColumn.victories.locked') return t(`answer.${cell === '1'}`);
    return format.exact(cell);
  };
  return (
    <table className={classes['table']}>
      <caption className="visually-hidden">{name}</caption>
      <thead>
        <tr>
          <td />
          {columns.map(({ column, at }) => (
            <th key={at} scope="col">
              {said(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map(({ label, cells }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            {columns.map(({ column, at }) => (
              <td key={at}>{cellOf(column, cells[at] ?? null)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
};
