import type { MapView } from '../../data/results/map-view.ts';

export interface WallLine {
  readonly leader: MapView['leaders'][number];
  /** Won or led in the whole chamber, or in this district; null where no seats are filled. */
  readonly seats: number | null;
}

/** Where a chamber is filled its parties in the order of their seats, otherwise whoever has most votes. */
export const wallLines = ({ leaders, seats, race, scope }: MapView): WallLine[] => {
  if (seats.length === 0 || race.seats < 2 || scope.seats < 2)
    return leaders.map((leader) => ({ leader, seats: scope.seats > 1 ? (leader.seats ?? null) : null }));
  return seats.flatMap(({ party, won, leading }) => {
    const leader = leaders.find((one) => one.party === party || one.choice === party);
    return leader ? [{ leader, seats: won + leading }] : [];
  });
};
