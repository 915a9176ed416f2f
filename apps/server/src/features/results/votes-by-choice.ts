import type { ContestFacts } from '../elections/index.ts';

/** Votes in ballot order as an object by choice code. */
export const choicesToVotes = (contest: ContestFacts, votes: readonly number[]): Record<string, number> =>
  Object.fromEntries(contest.choices.map((choice, index) => [choice.code, votes[index] ?? 0]));
