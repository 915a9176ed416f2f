import type { MapView } from '../../data/results/map-view.ts';

/** In a district a list carries its seats; above, its party's are counted. Undefined where at most one is filled. */
export const seatsOf = (
  { scope, seats }: MapView,
  leader: MapView['leaders'][number],
): number | undefined => {
  if (scope.seats < 2) return undefined;
  const count = seats.find(({ party }) => party === leader.party || party === leader.choice);
  return leader.seats ?? (count ? count.won + count.leading : undefined);
};
