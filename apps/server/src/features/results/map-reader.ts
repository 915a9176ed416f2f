import type { ChildArea, MapState } from '@comitium/contract';
import type { Database } from '../../platform/database/index.ts';
import type { ContestFacts, ElectionFacts } from '../elections/index.ts';
import { buildMapState } from './build-map-state.ts';
import type { MapScope } from './map-scope.ts';
import type { PreviousResults } from './previous-results.ts';
import { type AreaTotals, readCalls, readHeld, readTotals } from './read-tallies.ts';
import type { RecentReports } from './recent-reports.ts';
import { contestSeats, countSeats, type SeatInput, seatsHeldBefore } from './seats.ts';
import type { SeatsBefore } from './seats-before.ts';

export interface MapReaderParts {
  readonly db: Database;
  readonly previous: PreviousResults;
  readonly recent: RecentReports;
  /** Address of the shapes of a level, null where none are loaded. */
  boundaryUrl(registerId: ElectionFacts['registerId'], level: number): Promise<string | null>;
  /** Where contests do not say who held them. */
  readonly seatsBefore: SeatsBefore;
}

const recentShown = 3;

/** Reads a map as it stands now; nothing is kept but what cannot change. */
export const readMap = async (parts: MapReaderParts, scope: MapScope): Promise<MapState> => {
  const { election, place, childLevel } = scope;
  const { race } = place;
  const children = childLevel === null ? [] : election.register.descendantsAt(place.area, childLevel);
  const districts =
    race.seatMethod === 'none' ? [] : race.contestsBelow(place.area).map((one) => one.areaIndex);
  const areas = [...new Set([place.area, ...children, ...districts])];
  const [totals, held, calls, previous, recent, boundaries] = await Promise.all([
    readTotals(parts.db, { election, race, basis: election.basis, areas }),
    readHeld(parts.db, election, race),
    readCalls(parts.db, election, race),
    parts.previous.find(election, race, [place.area, ...children]),
    parts.recent.list(election, race, { area: place.area, most: recentShown }),
    childLevel === null ? null : parts.boundaryUrl(election.registerId, childLevel),
  ]);
  const input: SeatInput = { election, totals, calls };
  return buildMapState({
    scope,
    children,
    totals,
    held,
    calls,
    previous,
    recent,
    boundaries,
    seats: await seatsShown(parts, scope, input),
    ownSeats: ownSeats(place.contest, input),
    partSeats: partSeats(scope, children, input),
  });
};

/** Seats are counted where whole districts lie in the area; a part of a district elects nobody. */
const seatsShown = async (parts: MapReaderParts, { election, place }: MapScope, input: SeatInput) => {
  const { race } = place;
  const contests = race.contestsBelow(place.area);
  const single = race.contests.length === 1 && race.seats === 1;
  if (race.seatMethod === 'none' || single || isPart(place.contest, place.area)) return [];
  const whole = place.area === 0 ? await parts.seatsBefore.find(election, race) : null;
  return countSeats(race, contests, { input, before: seatsHeldBefore(contests) ?? whole });
};

const isPart = (contest: ContestFacts | null, area: number): boolean =>
  contest !== null && contest.areaIndex !== area;

/** The seats of the parts that are districts themselves and fill several; one seat is told by who leads. */
const partSeats = ({ place }: MapScope, children: readonly number[], input: SeatInput) => {
  const shared = new Map<number, NonNullable<ChildArea['seats']>>();
  if (place.race.seatMethod === 'none') return shared;
  for (const area of children) {
    const contest = place.race.contestAt(area);
    if (contest === undefined || contest.areaIndex !== area || contest.seats < 2) continue;
    const { won, leading } = contestSeats(contest, input);
    shared.set(area, { all: contest.seats, parties: Object.fromEntries([...won, ...leading]) });
  }
  return shared;
};

const ownSeats = (contest: ContestFacts | null, input: SeatInput): ReadonlyMap<string, number> | null => {
  if (contest === null || contest.seats < 2 || contest.race.seatMethod !== 'dhondt') return null;
  const totals: AreaTotals | undefined = input.totals.get(contest.areaIndex);
  if (totals === undefined) return null;
  const { won, leading } = contestSeats(contest, input);
  return new Map([...won, ...leading]);
};
