import type { ElectionBook } from './election-book.ts';
import type { ElectionFacts } from './election-facts.ts';

/**
 * The elections that one handling of events has come across. Nearly all of its events are of one election, and waiting for
 * each of them anew costs a follower more than what it does with a sheet.
 */
export interface SeenElections {
  /** At once where the election has been seen. */
  find(id: string): ElectionFacts | null | Promise<ElectionFacts | null>;
  /** It has changed: the next `find` asks again. */
  forget(id: string): void;
}

export const seenElections = (book: ElectionBook): SeenElections => {
  const seen = new Map<string, ElectionFacts | null>();
  const look = async (id: string): Promise<ElectionFacts | null> => {
    const election = await book.find(id);
    seen.set(id, election);
    return election;
  };
  return {
    find: (id) => {
      const known = seen.get(id);
      return known === undefined ? look(id) : known;
    },
    forget: (id) => {
      seen.delete(id);
    },
  };
};
