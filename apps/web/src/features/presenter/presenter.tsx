import type { Election, PresenterState } from '@comitium/contract';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toMapView } from '../../data/results/map-view.ts';
import type { Connection } from '../../data/use-topic.ts';
import { AreaTable } from '../../ui/area-table/area-table.tsx';
import type { AreaSort } from '../../ui/area-table/sort-areas.ts';
import { Choices } from '../../ui/choices/choices.tsx';
import { Completeness } from '../../ui/completeness/completeness.tsx';
import { ConnectionBadge } from '../../ui/connection-badge/connection-badge.tsx';
import { useLevelWords } from '../../ui/level-words/use-level-words.ts';
import { usePartyColors } from '../../ui/party-color/use-party-colors.ts';
import { usePointing } from '../../ui/pointing/use-pointing.ts';
import { Reports } from '../../ui/reports/reports.tsx';
import { SimulatedLabel } from '../../ui/simulated-label/simulated-label.tsx';
import { ChangeFigures } from './change-figures.tsx';
import { LeaderCards } from './leader-cards.tsx';
import { MoreStandings } from './more-standings.tsx';
import { Movements } from './movements.tsx';
import classes from './presenter.module.css';
import { PresenterFigure } from './presenter-figure.tsx';

interface PresenterProps {
  readonly election: Election;
  readonly state: PresenterState;
  readonly connection: Connection;
  readonly lastAt: string | null;
}

const route = getRouteApi('/elections/$election/presenter');

/** What to say next: who leads, what changed, where it moved, what came in last, how the regions stand. */
export const Presenter = ({ election, state, connection, lastAt }: PresenterProps) => {
  const { t } = useTranslation(['presenter', 'live-map', 'results']);
  const navigate = route.useNavigate();
  const [sort, setSort] = useState<AreaSort>('size');
  const pointing = usePointing();
  const view = useMemo(() => toMapView(state.map), [state.map]);
  const partyOf = usePartyColors(view);
  const { completeness } = view;
  const compare = view.children.some((area) => area.swing !== undefined);
  const level = useLevelWords().one(view.childLevel ?? '');
  return (
    <div className={classes['page']}>
      <header className={classes['head']}>
        <h1>{election.name}</h1>
        {election.races.length > 1 ? (
          <Choices
            label={t('live-map:races')}
            options={election.races.map(({ code, name }) => ({ value: code, label: name }))}
            value={view.race.code}
            onChange={(race) => void navigate({ search: { race } })}
          />
        ) : null}
        {election.simulated ? <SimulatedLabel /> : null}
        <Link
          to="/elections/$election/wall"
          params={{ election: election.code }}
          search={{ race: view.race.code }}
        >
          {t('wall')}
        </Link>
        <ConnectionBadge connection={connection} lastAt={lastAt} />
        <div className={classes['complete']}>
          <Completeness
            reported={completeness.stationsReported}
            stations={completeness.stations}
            held={state.held}
            unit={election.levels.at(-1)}
          />
        </div>
      </header>
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
