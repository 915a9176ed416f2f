import type { ChildArea, Leader, MapAnswer, MapState, Report, SeatCount } from '@comitium/contract';

/** What the pages draw: the map state with its lists as lists, and what a merge patch leaves out as null. */
export type MapView = Pick<MapAnswer, 'leaders' | 'children' | 'seats' | 'recent'> &
  Pick<
    MapState,
    | 'election'
    | 'race'
    | 'scope'
    | 'childLevel'
    | 'completeness'
    | 'totals'
    | 'lastUpdated'
    | 'basis'
    | 'boundaries'
  >;

/** A topic never carries null, so a missing member means null; a patch may also leave a member out on purpose. */
type Wire<T> = { readonly [Key in keyof T]?: T[Key] | undefined };

const toLeader = (wire: Wire<Leader>): Leader => ({
  ...(wire as Leader),
  party: wire.party ?? null,
  swing: wire.swing ?? null,
  seats: wire.seats ?? null,
});

const toChild = (wire: Wire<ChildArea>): ChildArea => ({
  ...(wire as ChildArea),
  parent: wire.parent ?? null,
  leader: wire.leader ?? null,
  leaders: wire.leaders ?? [],
  runnerUp: wire.runnerUp ?? null,
  swing: wire.swing ?? null,
});

const toSeats = (wire: Wire<SeatCount>): SeatCount => ({
  ...(wire as SeatCount),
  change: wire.change ?? null,
});

const toReport = (wire: Wire<Report>): Report => ({ ...(wire as Report), leader: wire.leader ?? null });

/** Remembers what a part became, so that parts which a patch left alone stay the same objects for React. */
const remembered = <In extends object, Out>(convert: (wire: In) => Out): ((wire: In) => Out) => {
  const known = new WeakMap<In, Out>();
  return (wire) => {
    const before = known.get(wire);
    if (before !== undefined) return before;
    const made = convert(wire);
    known.set(wire, made);
    return made;
  };
};

const leaderOf = remembered(toLeader);
const childOf = remembered(toChild);
const seatsOf = remembered(toSeats);
const reportOf = remembered(toReport);

const byVotes = (a: Leader, b: Leader): number =>
  (b.seats ?? 0) - (a.seats ?? 0) || b.votes - a.votes || a.name.localeCompare(b.name);

const bySeats = (a: SeatCount, b: SeatCount): number =>
  b.won + b.leading - (a.won + a.leading) || a.name.localeCompare(b.name);

const byName = (a: ChildArea, b: ChildArea): number =>
  a.name.localeCompare(b.name) || a.code.localeCompare(b.code);

/** The state of a `map:` topic as the pages draw it. */
export const toMapView = (wire: Wire<MapState>): MapView => {
  const state = wire as MapState;
  return {
    election: state.election,
    race: state.race,
    scope: {
      ...state.scope,
      path: state.scope.path ?? [],
      contest: state.scope.contest ?? null,
      calledBy: state.scope.calledBy ?? null,
    },
    childLevel: wire.childLevel ?? null,
    completeness: state.completeness,
    totals: state.totals,
    lastUpdated: wire.lastUpdated ?? null,
    basis: state.basis,
    boundaries: wire.boundaries ?? null,
    leaders: Object.values(wire.leaders ?? {})
      .map(leaderOf)
      .sort(byVotes),
    children: Object.values(wire.children ?? {})
      .map(childOf)
      .sort(byName),
    seats: Object.values(wire.seats ?? {})
      .map(seatsOf)
      .sort(bySeats),
    recent: (wire.recent ?? []).map(reportOf),
  };
};
