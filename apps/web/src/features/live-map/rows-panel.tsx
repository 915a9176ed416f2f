import type { ChildArea } from '@comitium/contract';
import { Link } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { AreaTable } from '../../ui/area-table/area-table.tsx';
import { areaSorts, isAreaSort } from '../../ui/area-table/sort-areas.ts';
import { Pick } from '../../ui/pick/pick.tsx';
import { areaSearch, type Board } from './board.ts';
import classes from './live-map.module.css';

/** The same facts as the map, in rows. */
export const RowsPanel = ({ election, view, partyOf, search, compare, go, pointed, onPoint }: Board) => {
  const { t } = useTranslation('live-map');
  const level = view.childLevel;
  const sort = isAreaSort(search.sort) ? search.sort : 'size';
  const link = useCallback(
    (area: ChildArea) => (
      <Link
        to="/elections/$election"
        params={{ election: election.code }}
        search={areaSearch(search, { code: area.code, level: level ?? '' })}
      >
        {area.name}
      </Link>
    ),
    [election.code, search, level],
  );
  if (!level) return null;
  return (
    <section className={classes['rows']} aria-labelledby="rows">
      <div className={classes['controls']}>
        <h2 id="rows" className={classes['panelTitle']}>
          {t('table.title', { level })}
        </h2>
        <Pick
          label={t('sort.label')}
          options={areaSorts.map((value) => ({ value, label: t(`sort.${value}`) }))}
          value={sort}
          onChange={(value) => go({ sort: value })}
        />
      </div>
      <AreaTable
        areas={view.children}
        partyOf={partyOf}
        compare={compare && view.children.some(({ swing }) => swing !== undefined)}
        sort={sort}
        onSort={(value) => go({ sort: value })}
        selected={pointed}
        onPoint={onPoint}
        link={link}
        caption={t('table.caption', { area: view.scope.name, level })}
      />
    </section>
  );
};
