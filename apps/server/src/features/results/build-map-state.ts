import type { ChildArea, Leader, MapState, Report, SeatCount } from '@comitium/contract';
import type { RaceCall } from '@comitium/tally';
import { share } from '@comitium/tally';
import type { ElectionFacts } from '../elections/index.ts';
import { type AreaStanding, standingOf } from './area-standing.ts';
import { roundedDifference, roundedShare, shareChange } from './fractions.ts';
import { levelName, type MapScope } from './map-scope.ts';
import { lineIdentity, type PreviousVotes } from './previous-results.ts';
import { type RacePlace, racePlaceAt } from './race-place.ts';
import type { AreaTotals } from './read-tallies.ts';

/** Everything a map is made of, read at one moment. */
export interface MapInput {
  readonly scope: MapScope;
  readonly children: readonly number[];
  readonly totals: ReadonlyMap<number, AreaTotals>;
  readonly held: ReadonlyMap<number, number>;
  readonly calls: ReadonlyMap<number, string>;
  readonly previous: ReadonlyMap<number, PreviousVotes>;
  readonly seats: readonly SeatCount[];
  readonly ownSeats: ReadonlyMap<string, number> | null;
  /** Seats of every district among the parts that fills more than one. */
  readonly partSeats: ReadonlyMap<number, NonNullable<ChildArea['seats']>>;
  readonly recent: readonly Report[];
  readonly boundaries: string | null;
}

/** The public state of a race in an area. What is not known is left out, never null. */
export const buildMapState = (input: MapInput): MapState => {
  const { scope, totals } = input;
  const { election, place, childLevel } = scope;
  const own = totals.get(place.area);
  const standing = standingOf(election, place, { totals: own, called: input.calls.get(place.area) });
  return {
    election: {
      code: election.code,
      name: election.name,
      state: election.state,
      simulated: election.simulated,
      register: election.register.code,
    },
    race: {
      code: place.race.code,
      name: place.race.name,
      seatMethod: place.race.seatMethod,
      seats: place.race.seats,
    },
    scope: describeScope(scope, standing),
    ...(childLevel === null ? {} : { childLevel: levelName(election, childLevel) }),
    completeness: completenessOf(input, own),
    totals: {
      cast: own?.cast ?? 0,
      valid: standing.ranking.valid,
      rejected: own?.rejected ?? 0,
      turnout: turnoutOf(own),
    },
    leaders: describeLeaders(input, standing),
    children: Object.fromEntries(
      input.children.map((area) => [election.register.codes[area] ?? '', describeChild(input, area)]),
    ),
    seats: Object.fromEntries(input.seats.map((seat) => [seat.party, seat])),
    recent: [...input.recent],
    ...(own === undefined ? {} : { lastUpdated: own.updatedAt.toISOString() }),
    basis: election.basis,
    ...(input.boundaries === null ? {} : { boundaries: input.boundaries }),
  };
};

/** A sheet may report more ballots than people on the register; the turnout says so. */
const turnoutOf = (totals: AreaTotals | undefined): number =>
  totals === undefined ? 0 : roundedShare(totals.cast, totals.registered);

const describeScope = ({ election, place }: MapScope, standing: AreaStanding): MapState['scope'] => {
  const { register } = election;
  const describe = (area: number) => ({
    code: register.codes[area] ?? '',
    name: register.names[area] ?? '',
    level: levelName(election, register.level[area] ?? 0),
  });
  return {
    ...describe(place.area),
    id: register.ids[place.area] ?? '',
    path: [...register.path(place.area)].reverse().map(describe),
    ...(place.contest === null ? {} : { contest: place.contest.code }),
    seats: seatsIn(place),
    call: standing.call.state,
    ...calledBy(standing.call),
    ...winnerOf(place, standing.call),
  };
};

const seatsIn = ({ race, contest, area }: RacePlace): number => {
  if (contest !== null && contest.areaIndex !== area) return 0;
  return race.contestsBelow(area).reduce((sum, { seats }) => sum + seats, 0);
};

const calledBy = (call: RaceCall): { calledBy?: 'certainty' | 'complete' | 'person' } => {
  if (call.state !== 'won' && call.state !== 'runoff') return {};
  if (call.by === 'certain') return { calledBy: 'certainty' };
  return { calledBy: call.by === 'called' ? 'person' : 'complete' };
};

const winnerOf = ({ lines }: RacePlace, call: RaceCall): { winner?: string } => {
  const winner = call.state === 'won' ? lines[call.choice]?.code : undefined;
  return winner === undefined ? {} : { winner };
};

const completenessOf = (
  { scope: { election, place }, held }: MapInput,
  own: AreaTotals | undefined,
): MapState['completeness'] => ({
  stationsReported: own?.stations ?? 0,
  stations: election.register.stations[place.area] ?? 0,
  registeredReported: own?.onRegister ?? 0,
  registered: election.register.registeredBelow[place.area] ?? 0,
  held: held.get(place.area) ?? 0,
});

const describeLeaders = (input: MapInput, { ranking }: AreaStanding): Record<string, Leader> => {
  const { place } = input.scope;
  const votes = input.totals.get(place.area)?.votes ?? [];
  const before = input.previous.get(place.area);
  const most = votes[ranking.order[0] ?? -1] ?? 0;
  const second = votes[ranking.order[1] ?? -1] ?? 0;
  const leaders: Record<string, Leader> = {};
  for (const [at, line] of place.lines.entries()) {
    const count = votes[at] ?? 0;
    const ahead = ranking.leaders.includes(at) ? count - second : count - most;
    const swing = swingOf(line, { votes: count, valid: ranking.valid }, before);
    const seats = line.party === null ? undefined : input.ownSeats?.get(line.party);
    leaders[line.code] = {
      choice: line.code,
      name: line.name,
      ...(line.party === null ? {} : { party: line.party }),
      color: line.color,
      votes: count,
      share: roundedShare(count, ranking.valid),
      margin: roundedDifference(share(ahead, ranking.valid)),
      ...(swing === undefined ? {} : { swing }),
      ...(seats === undefined ? {} : { seats }),
    };
  }
  return leaders;
};

const swingOf = (
  line: { party: string | null; code: string },
  now: { votes: number; valid: number },
  before: PreviousVotes | undefined,
): number | undefined =>
  before === undefined
    ? undefined
    : shareChange(now, { votes: before.byLine.get(lineIdentity(line)), valid: before.valid });

/** One part of the area, as the map paints it and the table lists it. */
export const describeChild = (input: MapInput, area: number): ChildArea => {
  const { election, place } = input.scope;
  const { register } = election;
  const part: RacePlace = racePlaceAt(place.race, area);
  const totals = input.totals.get(area);
  const { ranking, call } = standingOf(election, part, { totals, called: input.calls.get(area) });
  const shown =
    call.state === 'won' && !ranking.leaders.includes(call.choice) ? [call.choice] : ranking.leaders;
  const codes = shown.map((at) => part.lines[at]?.code ?? '');
  const first = ranking.leaders[0];
  const line = first === undefined ? undefined : part.lines[first];
  const votes = first === undefined ? 0 : (totals?.votes[first] ?? 0);
  const swing =
    line === undefined ? undefined : swingOf(line, { votes, valid: ranking.valid }, input.previous.get(area));
  const runnerUp = call.state === 'runoff' ? part.lines[ranking.runnersUp[0] ?? -1]?.code : undefined;
  const seats = input.partSeats.get(area);
  return {
    id: register.ids[area] ?? '',
    code: register.codes[area] ?? '',
    name: register.names[area] ?? '',
    ...parentOf(election, area),
    ...aheadIn(codes),
    ...(runnerUp === undefined ? {} : { runnerUp }),
    share: roundedShare(votes, ranking.valid),
    margin: roundedDifference(ranking.margin.share),
    ...(swing === undefined ? {} : { swing }),
    call: call.state,
    turnout: turnoutOf(totals),
    votes: ranking.valid,
    stationsReported: totals?.stations ?? 0,
    stations: register.stations[area] ?? 0,
    held: input.held.get(area) ?? 0,
    ...(seats === undefined ? {} : { seats }),
  };
};

/** One leader by name, several as a list, nobody left out: an update says no more than it must. */
const aheadIn = (codes: readonly string[]): Pick<ChildArea, 'leader' | 'leaders'> => {
  const [first] = codes;
  if (first === undefined) return {};
  return codes.length === 1 ? { leader: first } : { leaders: [...codes] };
};

const parentOf = ({ register }: ElectionFacts, area: number): { parent?: string } => {
  const code = register.codes[register.parent[area] ?? -1];
  return code === undefined ? {} : { parent: code };
};
