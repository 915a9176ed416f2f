import type { CountReport, ReportTable } from '@comitium/tally/methods';
import { useTranslation } from 'react-i18next';
import { ScrollRegion } from '../../../ui/scroll-region/scroll-region.tsx';
import classes from './result.module.css';
import { tableKey } from './table-key.ts';

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

const ExtraTable = ({ table, name }: { readonly table: ReportTable; readonly name: string }) => (
  <ScrollRegion label={name} className={classes['framed']}>
    <table className={classes['table']}>
      <caption className="visually-hidden">{name}</caption>
      <thead>
        <tr>
          <td />
          {table.columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map(({ label, cells }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            {table.columns.map((column, at) => (
              <td key={column}>{cells[at] ?? '·'}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </ScrollRegion>
);
