import type { ChildArea } from '@comitium/contract';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { isPlainClick } from '../../ui/area-figure/is-plain-click.ts';
import { AreaTable } from '../../ui/area-table/area-table.tsx';
import { areaSorts, isAreaSort } from '../../ui/area-table/sort-areas.ts';
import { useLevelWords } from '../../ui/level-words/use-level-words.ts';
import { Pick } from '../../ui/pick/pick.tsx';
import { areaSearch, type Board } from './board.ts';
import classes from './live-map.module.css';
import { mapAddress } from './map-address.ts';

interface AreaRowsProps extends Board {
  readonly level: string;
}

/** Every area below this one, in the order the reader chose. */
export const AreaRows = (props: AreaRowsProps) => {
  const { election, view, partyOf, search, compare, go, pointing, level } = props;
  const { t } = useTranslation('live-map');
  const levels = useLevelWords();
  const sort = isAreaSort(search.sort) ? search.sort : 'size';
  const link = useCallback(
    ({ code, name }: ChildArea) => {
      const target = areaSearch(search, { code, level });
      return (
        <a
          href={mapAddress(election.code, target)}
          onClick={(event) => {
            if (!isPlainClick(event)) return;
            event.preventDefault();
            go(target);
          }}
        >
          {name}
        </a>
      );
    },
    [election.code, search, level, go],
  );
  return (
    <>
      <div className={classes['sorting']}>
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
        pointing={pointing}
        link={link}
        caption={t('table.caption', { area: view.scope.name, level: levels.one(level) })}
      />
    </>
  );
};
