import { sumVotes } from '../sheets/sheet-figures.ts';
import { share } from './share.ts';

/** Votes of one place at two elections in the ballot order of now; null where a choice did not stand before. */
export interface TwoElections {
  readonly now: readonly number[];
  readonly before: readonly (number | null)[];
  /** All valid votes before, those for choices that no longer stand included. */
  readonly validBefore: number;
}

/** Two choices, as places of the ballot of now; a swing above 0 is towards the first. */
export interface Pair {
  readonly towards: number;
  readonly from: number;
}

/** Per choice its share of the valid votes now − before, −1 to 1; null where it did not stand before or a side has no votes. */
export const changeOfShare = ({ now, before, validBefore }: TwoElections): (number | null)[] => {
  const valid = sumVotes(now);
  return now.map((votes, choice) => {
    const then = before[choice] ?? null;
    return then === null || valid === 0 || validBefore === 0 ? null : votes / valid - then / validBefore;
  });
};

/**
 * Conventional swing between two choices: half of what the one gained plus the other lost, in shares of all valid
 * votes (David Butler, The British General Election of 1951, appendix). null where `changeOfShare` has no answer.
 */
export const conventionalSwing = (elections: TwoElections, { towards, from }: Pair): number | null => {
  const change = changeOfShare(elections);
  const gained = change[towards] ?? null;
  const lost = change[from] ?? null;
  return gained === null || lost === null ? null : (gained - lost) / 2;
};

/**
 * Two-party swing: change of the first choice's share of the votes for the two alone (Michael Steed, in Butler and
 * King, The British General Election of 1964). null where one did not stand before, or neither has votes.
 */
export const twoPartySwing = ({ now, before }: TwoElections, { towards, from }: Pair): number | null => {
  const thenTowards = before[towards] ?? null;
  const thenFrom = before[from] ?? null;
  if (thenTowards === null || thenFrom === null) return null;
  const both = (now[towards] ?? 0) + (now[from] ?? 0);
  const bothThen = thenTowards + thenFrom;
  if (both === 0 || bothThen === 0) return null;
  return share(now[towards] ?? 0, both) - share(thenTowards, bothThen);
};
