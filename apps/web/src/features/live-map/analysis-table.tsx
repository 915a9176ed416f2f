import type { Analysis } from '@comitium/contract';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.ts';
import tableClasses from '../../ui/area-table/area-table.module.css';
import { PartyMark } from '../../ui/party-mark/party-mark.tsx';
import { TextButton } from '../../ui/text-button/text-button.tsx';
import type { Board } from './board.ts';
import classes from './live-map.module.css';

interface AnalysisTableProps extends Board {
  readonly kind: Analysis['kind'];
  readonly items: Analysis['items'];
  /** The name of the race that a split compares with. */
  readonly other: string;
}

const firstRows = 40;

const AnalysisRow = (props: AnalysisTableProps & { readonly row: Analysis['items'][number] }) => {
  const { election, search, partyOf, kind, pointing, row } = props;
  const { t } = useTranslation('results');
  const format = useFormat();
  const party = (code: string | null) =>
    code === null ? (
      t('noValue')
    ) : (
      <span className={tableClasses['party']} title={partyOf(code).name}>
        <PartyMark {...partyOf(code)} />
        <span>{partyOf(code).shortName}</span>
      </span>
    );
  return (
    <tr onPointerEnter={() => pointing.point(row.area)} onPointerLeave={() => pointing.point(null)}>
      <th scope="row">
        <Link
          to="/elections/$election"
          params={{ election: election.code }}
          search={{ ...search, area: row.area, level: undefined, list: undefined }}
        >
          {row.name}
        </Link>
      </th>
      <td className={tableClasses['leader']}>{party(row.leader)}</td>
      <td className={tableClasses['leader']}>{party(kind === 'split' ? row.other : row.previousLeader)}</td>
      <td>{format.margin(row.margin)}</td>
      <td className={tableClasses['minor']}>
        {format.reported(row.stations === 0 ? 0 : row.stationsReported / row.stations, 0)}
      </td>
    </tr>
  );
};

export const AnalysisTable = (props: AnalysisTableProps) => {
  const { kind, items, other } = props;
  const { t } = useTranslation('live-map');
  const [all, setAll] = useState(false);
  if (items.length === 0) return <p className={classes['empty']}>{t(`analysis.empty.${kind}`)}</p>;
  return (
    <div className={tableClasses['scroller']}>
      <table className={tableClasses['table']}>
        <caption className="visually-hidden">{t(`list.${kind}`)}</caption>
        <thead>
          <tr>
            <th scope="col">{t('analysis.area')}</th>
            <th scope="col">{t('analysis.leader')}</th>
            <th scope="col" className={tableClasses['leader']}>
              {kind === 'split' ? t('analysis.other', { race: other }) : t('analysis.before')}
            </th>
            <th scope="col">{t('analysis.margin')}</th>
            <th scope="col" className={tableClasses['minor']}>
              {t('analysis.stations')}
            </th>
          </tr>
        </thead>
        <tbody>
          {items.slice(0, all ? items.length : firstRows).map((row) => (
            <AnalysisRow key={row.area} {...props} row={row} />
          ))}
        </tbody>
      </table>
      {!all && items.length > firstRows ? (
        <TextButton onClick={() => setAll(true)}>{t('analysis.more', { count: items.length })}</TextButton>
      ) : null}
    </div>
  );
};
