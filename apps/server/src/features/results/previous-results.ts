import type { Database } from '../../platform/database/index.ts';
import type { ElectionBook, ElectionFacts, RaceFacts } from '../elections/index.ts';
import { racePlaceAt, type VoteLine } from './race-place.ts';
import { readTotals } from './read-tallies.ts';

/** What the election before said of an area: votes by party (by choice code where it had none), all valid votes. */
export interface PreviousVotes {
  readonly byLine: ReadonlyMap<string, number>;
  readonly valid: number;
}

/** Who a line is across elections. */
export const lineIdentity = ({ party, code }: Pick<VoteLine, 'party' | 'code'>): string =>
  party ?? `choice:${code}`;

/** The previous election's results, area by area, read when first needed; areas correspond by code. */
export interface PreviousResults {
  find(
    election: ElectionFacts,
    race: RaceFacts,
    areas: readonly number[],
  ): Promise<ReadonlyMap<number, PreviousVotes>>;
  /** This election has changed: what was read of it as a previous one is dropped. */
  forget(electionId: string): void;
}

export const createPreviousResults = (db: Database, elections: ElectionBook): PreviousResults => {
  const known = new Map<string, Map<number, PreviousVotes | null>>();
  return {
    find: async (election, race, areas) => {
      const previous = election.previousId === null ? null : await elections.find(election.previousId);
      const before =
        previous?.race(race.code) ?? previous?.races.find((other) => other.position === race.position);
      if (previous === null || before === undefined) return new Map();
      const key = `${previous.id} ${race.id}`;
      let cache = known.get(key);
      if (cache === undefined) {
        cache = new Map();
        known.set(key, cache);
      }
      await readMissing(db, { election, previous, before, areas, cache });
      const found = new Map<number, PreviousVotes>();
      for (const area of areas) {
        const votes = cache.get(area);
        if (votes !== undefined && votes !== null) found.set(area, votes);
      }
      return found;
    },
    forget: (electionId) => {
      for (const key of known.keys()) if (key.startsWith(electionId)) known.delete(key);
    },
  };
};

interface Missing {
  readonly election: ElectionFacts;
  readonly previous: ElectionFacts;
  readonly before: RaceFacts;
  readonly areas: readonly number[];
  readonly cache: Map<number, PreviousVotes | null>;
}

const readMissing = async (
  db: Database,
  { election, previous, before, areas, cache }: Missing,
): Promise<void> => {
  const missing = areas.filter((area) => !cache.has(area));
  if (missing.length === 0) return;
  const then = new Map<number, number>();
  for (const area of missing) {
    const there = previous.register.find(election.register.codes[area] ?? '');
    if (there === undefined) cache.set(area, null);
    else then.set(there, area);
  }
  const asked = { election: previous, race: before, basis: previous.basis, areas: [...then.keys()] };
  const found = await readTotals(db, asked);
  for (const [there, area] of then) if (!found.has(there)) cache.set(area, null);
  for (const [there, totals] of found) {
    const { lines } = racePlaceAt(before, there);
    const byLine = new Map<string, number>();
    for (const [at, line] of lines.entries()) {
      const identity = lineIdentity(line);
      byLine.set(identity, (byLine.get(identity) ?? 0) + (totals.votes[at] ?? 0));
    }
    const valid = totals.votes.reduce((sum, votes) => sum + votes, 0);
    cache.set(then.get(there) ?? -1, { byLine, valid });
  }
};
