import type { Election } from '@comitium/contract';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { MapView } from '../../data/results/map-view.ts';
import type { Connection } from '../../data/use-topic.ts';
import { Choices } from '../../ui/choices/choices.tsx';
import { Completeness } from '../../ui/completeness/completeness.tsx';
import { ConnectionBadge } from '../../ui/connection-badge/connection-badge.tsx';
import { FigureFacts } from '../../ui/figure-facts/figure-facts.tsx';
import { SimulatedLabel } from '../../ui/simulated-label/simulated-label.tsx';
import classes from './presenter.module.css';

interface PresenterHeadProps {
  readonly election: Election;
  readonly view: MapView;
  readonly held: number;
  readonly connection: Connection;
  readonly lastAt: string | null;
}

const route = getRouteApi('/elections/$election/presenter');

/** Which election and race, how complete, how fresh. */
export const PresenterHead = ({ election, view, held, connection, lastAt }: PresenterHeadProps) => {
  const { t } = useTranslation(['presenter', 'live-map']);
  const navigate = route.useNavigate();
  const { completeness } = view;
  return (
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
          held={held}
          unit={election.levels.at(-1)}
        />
        <p className={classes['facts']}>
          <FigureFacts view={view} />
        </p>
      </div>
    </header>
  );
};
