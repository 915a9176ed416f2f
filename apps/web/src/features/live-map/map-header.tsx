import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Connection } from '../../data/use-topic.ts';
import { Completeness } from '../../ui/completeness/completeness.tsx';
import { ConnectionBadge } from '../../ui/connection-badge/connection-badge.tsx';
import { FigureFacts } from '../../ui/figure-facts/figure-facts.tsx';
import { SimulatedLabel } from '../../ui/simulated-label/simulated-label.tsx';
import type { Board } from './board.ts';
import classes from './live-map.module.css';
import { MapPath } from './map-path.tsx';
import { RaceSwitch } from './race-switch.tsx';

interface MapHeaderProps extends Board {
  readonly connection: Connection;
  readonly lastAt: string | null;
  readonly kept: boolean;
}

/** Where, which race, how complete, on what basis, how fresh: the facts without which no figure means anything. */
export const MapHeader = (props: MapHeaderProps) => {
  const { election, view, connection, lastAt, kept } = props;
  const { t } = useTranslation('live-map');
  const { completeness } = view;
  return (
    <header className={classes['header']}>
      <MapPath {...props} />
      <div className={classes['titleLine']}>
        <h1>{view.scope.name}</h1>
        <div className={classes['races']}>
          <RaceSwitch {...props} />
        </div>
      </div>
      <Completeness
        reported={completeness.stationsReported}
        stations={completeness.stations}
        held={completeness.held}
        unit={election.levels.at(-1)}
      />
      <p className={classes['facts']}>
        <FigureFacts view={view} />
        {election.simulated ? <SimulatedLabel /> : null}
        <ConnectionBadge connection={connection} lastAt={lastAt} kept={kept} />
        <Link
          to="/elections/$election/wall"
          params={{ election: election.code }}
          search={{ race: view.race.code, area: props.search.area, view: props.search.view }}
          className={classes['wall']}
        >
          {t('wall')}
        </Link>
      </p>
    </header>
  );
};
