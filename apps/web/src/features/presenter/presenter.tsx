import type { Election, PresenterState } from '@comitium/contract';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toMapView } from '../../data/results/map-view.ts';
import type { Connection } from '../../data/use-topic.ts';
import { AreaTable } from '../../ui/area-table/area-table.tsx';
import type { AreaSort } from '../../ui/area-table/sort-areas.ts';
import { useLevelWords } from '../../ui/level-words/use-level-words.ts';
import { usePartyColors } from '../../ui/party-color/use-party-colors.ts';
import { usePointing } from '../../ui/pointing/use-pointing.ts';
import { Reports } from '../../ui/reports/reports.tsx';
import { ChangeFigures } from './change-figures.tsx';
import { LeaderCards } from './leader-cards.tsx';
import { MoreStandings } from './more-standings.tsx';
import { Movements } from './movements.tsx';
import classes from './presenter.module.css';
import { PresenterFigure } from './presenter-figure.tsx';
import { PresenterHead } from './presenter-head.tsx';

interface PresenterProps {
  readonly election: Election;
  readonly state: PresenterState;
  readonly connection: Connection;
  readonly lastAt: string | null;
}

/** What to say next: who leads, what changed, where it moved, what came in last, how the regions stand. */
export const Presenter = ({ election, state, connection, lastAt }: PresenterProps) => {
  const { t } = useTranslation(['presenter', 'live-map', 'results']);
  const [sort, setSort] = useState<AreaSort>('size');
  const pointing = usePointing();
  const view = useMemo(() => toMapView(state.map), [state.map]);
  const partyOf = usePartyColors(view, election);
  const compare = view.children.some((area) => area.swing !== undefined);
  const level = useLevelWords().one(view.childLevel ?? '');
  return (
    <div className={classes['page']}>
      <PresenterHead
        election={election}
        view={view}
        held={state.held}
        connection={connection}
        lastAt={lastAt}
      />
      <section className={classes['front']}>
        <LeaderCards view={view} partyOf={partyOf} />
        <ChangeFigures state={state} />
        <MoreStandings view={view} partyOf={partyOf} compare={compare} />
      </section>
      <section className={classes['panel']}>
        <h2>{t('movements.title')}</h2>
        <Movements movements={state.movements} view={view} partyOf={partyOf} />
        <h2>{t('reports')}</h2>
        <Reports reports={view.recent} partyOf={partyOf} limit={5} />
      </section>
      <section className={classes['panel']}>
        <h2>{t('regions', { level })}</h2>
        <AreaTable
          areas={view.children}
          partyOf={partyOf}
          compare={compare}
          sort={sort}
          onSort={setSort}
          pointing={pointing}
          link={nameOf}
          caption={t('regions', { level })}
        />
        <PresenterFigure election={election} view={view} partyOf={partyOf} />
      </section>
    </div>
  );
};

const nameOf = ({ name }: { readonly name: string }) => name;
