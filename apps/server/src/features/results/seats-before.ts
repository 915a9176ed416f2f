import type { Database } from '../../platform/database/index.ts';
import type { ElectionBook, ElectionFacts, RaceFacts } from '../elections/index.ts';
import { readCalls, readTotals } from './read-tallies.ts';
import { contestSeats } from './seats.ts';

type SeatsBefore = (election: ElectionFacts, race: RaceFacts) => Promise<ReadonlyMap<string, number> | null>;

const freshForMs = 60_000;

/** Seats by party in the election before, counted from its sheets; looked up again after a minute. */
export const createSeatsBefore = (db: Database, elections: ElectionBook): SeatsBefore => {
  const known = new Map<string, { at: number; seats: Promise<ReadonlyMap<string, number> | null> }>();
  return (election, race) => {
    const cached = known.get(race.id);
    if (cached !== undefined && performance.now() - cached.at < freshForMs) return cached.seats;
    const seats = countBefore(db, elections, { election, race });
    known.set(race.id, { at: performance.now(), seats });
    seats.catch(() => known.delete(race.id));
    return seats;
  };
};

const countBefore = async (
  db: Database,
  elections: ElectionBook,
  { election, race }: { election: ElectionFacts; race: RaceFacts },
): Promise<ReadonlyMap<string, number> | null> => {
  const previous = election.previousId === null ? null : await elections.find(election.previousId);
  const before = previous?.race(race.code);
  if (previous === null || before === undefined || before.seatMethod === 'none') return null;
  const areas = before.contests.map((contest) => contest.areaIndex);
  const totals = await readTotals(db, { election: previous, race: before, basis: previous.basis, areas });
  if (totals.size === 0) return null;
  const input = { election: previous, totals, calls: await readCalls(db, previous, before) };
  const seats = new Map<string, number>();
  for (const contest of before.contests) {
    const counted = contestSeats(contest, input);
    for (const [party, count] of [...counted.won, ...counted.leading]) {
      seats.set(party, (seats.get(party) ?? 0) + count);
    }
  }
  return seats;
};
