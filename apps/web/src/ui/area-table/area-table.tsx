import type { ChildArea } from '@comitium/contract';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PartyOf } from '../party-color/use-party-colors.ts';
import type { Pointing } from '../pointing/create-pointing.ts';
import { TextButton } from '../text-button/text-button.tsx';
import { AreaRow } from './area-row.tsx';
import classes from './area-table.module.css';
import { type AreaSort, sortAreas } from './sort-areas.ts';

interface AreaTableProps {
  readonly areas: readonly ChildArea[];
  readonly partyOf: PartyOf;
  readonly compare: boolean;
  readonly sort: AreaSort;
  readonly onSort: (sort: AreaSort) => void;
  readonly pointing: Pointing;
  readonly link: (area: ChildArea) => ReactNode;
  readonly caption: string;
}

interface Column {
  readonly key: string;
  readonly sort: AreaSort;
}

const columns = (compare: boolean): readonly Column[] => [
  { key: 'name', sort: 'name' },
  { key: 'leader', sort: 'size' },
  { key: 'share', sort: 'size' },
  { key: 'margin', sort: 'closest' },
  ...(compare ? [{ key: 'swing', sort: 'swing' } as const] : []),
  { key: 'turnout', sort: 'turnout' },
  { key: 'reported', sort: 'reported' },
];

const directions: Record<AreaSort, 'ascending' | 'descending'> = {
  size: 'descending',
  closest: 'ascending',
  swing: 'descending',
  turnout: 'descending',
  reported: 'descending',
  name: 'ascending',
};

/** So many rows are drawn before the reader asks for the rest; thousands would slow every update down. */
const firstRows = 60;

/** The same facts as the map, in rows. */
export const AreaTable = (props: AreaTableProps) => {
  const { areas, compare, sort, onSort } = props;
  const { t } = useTranslation('results');
  const [all, setAll] = useState(false);
  const sorted = sortAreas(areas, sort);
  const shown = all ? sorted : sorted.slice(0, firstRows);
  return (
    <div className={classes['scroller']}>
      <table className={classes['table']}>
        <caption className="visually-hidden">{props.caption}</caption>
        <thead>
          <tr>
            {columns(compare).map(({ key, sort: by }) => (
              <th
                key={key}
                scope="col"
                className={classes[key]}
                aria-sort={sort === by && key !== 'leader' ? directions[by] : undefined}
              >
                <button type="button" onClick={() => onSort(by)}>
                  {t(`table.${key}`)}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((area) => (
            <AreaRow
              key={area.code}
              area={area}
              partyOf={props.partyOf}
              compare={compare}
              pointing={props.pointing}
              link={props.link}
            />
          ))}
        </tbody>
      </table>
      {sorted.length > shown.length ? (
        <TextButton onClick={() => setAll(true)}>{t('table.all', { count: sorted.length })}</TextButton>
      ) : null}
    </div>
  );
};
