import type { Election } from '@comitium/contract';
import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { MapView } from '../../data/results/map-view.ts';
import type { Place } from '../../data/results/place.ts';
import { useShownView } from '../../data/results/use-shown-view.ts';
import { Announcer } from '../../ui/announcer/announcer.tsx';
import { figureKind } from '../../ui/area-figure/use-figure-layout.ts';
import { usePartyColors } from '../../ui/party-color/use-party-colors.ts';
import { usePointing } from '../../ui/pointing/use-pointing.ts';
import { UnwatchedState } from '../../ui/state-message/unwatched-state.tsx';
import type { MapSearch } from './board.ts';
import { BoardColumns } from './board-columns.tsx';
import classes from './live-map.module.css';
import { LiveMapSkeleton } from './live-map-skeleton.tsx';
import { MapHeader } from './map-header.tsx';
import { useLeadChanges } from './use-lead-changes.ts';

interface LiveMapProps {
  readonly election: Election;
  readonly place: Place;
  readonly search: MapSearch;
}

const route = getRouteApi('/elections/$election');
const nobody = { leaders: [], seats: [], children: [] };

/** Whether anything of the election before is known here. */
const hasHistory = (view: MapView): boolean =>
  [...view.leaders, ...view.children].some(({ swing }) => swing !== undefined) ||
  view.seats.some(({ change }) => change !== undefined);

/** The board: who is ahead, where, and the same in rows, all from one topic. */
export const LiveMap = ({ election, place, search }: LiveMapProps) => {
  const { t } = useTranslation('live-map');
  const navigate = route.useNavigate();
  const { view, arriving, connection, lastAt, problem, kept } = useShownView(place);
  const partyOf = usePartyColors(view ?? nobody, election);
  const pointing = usePointing();
  const changes = useLeadChanges(view);
  const go = useCallback(
    (change: MapSearch) => void navigate({ search: (now) => ({ ...now, ...change }) }),
    [navigate],
  );
  const area = view?.scope.name;
  useEffect(() => {
    if (area) document.title = t('pageTitle', { area, election: election.name });
  }, [area, election.name, t]);

  if (!view) {
    const isOut = problem !== null || connection === 'offline';
    return isOut ? <UnwatchedState whole problem={problem} /> : <LiveMapSkeleton />;
  }
  const comparable = election.previous !== null && hasHistory(view);
  const compare = comparable && search.compare !== 'off';
  const kind = figureKind(view, election, search.view);
  const newest = changes[0];
  const board = { election, view, partyOf, search, compare, go, pointing };
  return (
    <div className={classes['page']} data-offline={kept || connection === 'offline' || undefined}>
      <MapHeader {...board} connection={connection} lastAt={lastAt} kept={kept} />
      <BoardColumns
        board={board}
        kind={kind}
        hasShapes={place.hasShapes}
        comparable={comparable}
        arriving={arriving}
        changes={changes}
      />
      <Announcer
        text={
          newest
            ? t('announce', {
                area: newest.name,
                to: partyOf(newest.to).name,
                from: partyOf(newest.from).name,
              })
            : ''
        }
      />
    </div>
  );
};
