import type { ChildArea, Leader, MapState, SeatCount } from '@comitium/contract';

/** The state of a `map:` topic as the pages draw it: what travels keyed stands here in the order it is shown. */
export type MapView = Omit<MapState, 'leaders' | 'children' | 'seats'> & {
  readonly leaders: readonly Leader[];
  readonly children: readonly ChildArea[];
  readonly seats: readonly SeatCount[];
};

const byVotes = (a: Leader, b: Leader): number => b.votes - a.votes || a.name.localeCompare(b.name);

const bySeatsThenVotes = (a: Leader, b: Leader): number => (b.seats ?? 0) - (a.seats ?? 0) || byVotes(a, b);

const bySeats = (a: SeatCount, b: SeatCount): number =>
  b.won + b.leading - (a.won + a.leading) || b.won - a.won || a.name.localeCompare(b.name);

const byName = (a: ChildArea, b: ChildArea): number =>
  a.name.localeCompare(b.name) || a.code.localeCompare(b.code);

/**
 * In a part of a district its lists carry the seats of the whole district, which say nothing about the order here.
 * Parts that a patch left alone stay the same objects, so that rows and areas which did not change are not drawn.
 */
export const toMapView = (state: MapState): MapView => ({
  ...state,
  leaders: Object.values(state.leaders).sort(state.scope.seats > 0 ? bySeatsThenVotes : byVotes),
  children: Object.values(state.children).sort(byName),
  seats: Object.values(state.seats).sort(bySeats),
});
