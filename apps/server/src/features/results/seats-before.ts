import type { Database } from '../../platform/database/index.ts';
import type { ElectionBook, ElectionFacts, RaceFacts } from '../elections/index.ts';
import { readCalls, readTotals } from './read-tallies.ts';
import { contestSeats } from './seats.ts';

export interface SeatsBefore {
  /** Null where there was no election before, or no seats in it. */
  find(election: ElectionFacts, race: RaceFacts): Promise<ReadonlyMap<string, number> | null>;
  /** This election has changed: what was counted for it, or of it as a previous one, is dropped. */
  forget(electionId: string): void;
}

interface Counted {
  readonly electionId: string;
  readonly previousId: string | null;
  readonly seats: Promise<ReadonlyMap<string, number> | null>;
}

/** Seats by party in the election before, counted from its sheets when first needed. */
export const createSeatsBefore = (db: Database, elections: ElectionBook): SeatsBefore => {
  const known = new Map<string, Counted>();
  return {
    find: (election, race) => {
      const { id: electionId, previousId } = election;
      const cached = known.get(race.id);
      if (cached?.previousId === previousId) return cached.seats;
      const counted = { electionId, previousId, seats: countBefore(db, elections, { election, race }) };
      known.set(race.id, counted);
      counted.seats.catch(() => {
        if (known.get(race.id) === counted) known.delete(race.id);
      });
      return counted.seats;
    },
    forget: (id) => {
      for (const [race, { electionId, previousId }] of known)
        if (electionId === id || previousId === id) known.delete(race);
    },
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
