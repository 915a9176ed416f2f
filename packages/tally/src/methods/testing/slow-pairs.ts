// The obvious way to compare choices in pairs, for tests.

import { unwrap } from '@comitium/basics';
import fc from 'fast-check';
import { expect } from 'vitest';
import {
  arbitraryLooseBallots,
  groupLoose,
  type LooseBallot,
  type LooseBallots,
} from '../../ballots/testing/arbitrary-ballots.ts';
import type { CountingMethod, CountSettings } from '../counting-method.ts';

/** Every kind of mark that a count of pairs must understand. */
export const everyMark = { equalRanks: true, skippedRanks: true, overvotes: true, repeats: true };

export const choicesOf = ({ choices }: Pick<LooseBallots, 'choices'>): number[] =>
  Array.from({ length: choices }, (_, choice) => choice);

const placeOf = ({ ranks }: LooseBallot, choice: number): number => {
  const place = ranks.findIndex((rank) => rank !== 'overvote' && rank.includes(choice));
  return place < 0 ? Infinity : place;
};

/** How many voters put a above b. */
export const supportIn = ({ ballots }: LooseBallots, a: number, b: number): number =>
  ballots.reduce((sum, ballot) => sum + (placeOf(ballot, a) < placeOf(ballot, b) ? ballot.weight : 0), 0);

export const marginIn = (loose: LooseBallots, a: number, b: number): number =>
  supportIn(loose, a, b) - supportIn(loose, b, a);

/** Whoever beats everybody else; undefined when nobody does. */
export const condorcetWinnerOf = (loose: LooseBallots): number | undefined =>
  choicesOf(loose).find((a) => choicesOf(loose).every((b) => a === b || marginIn(loose, a, b) > 0));

/** Those who are elected, or among whom a lot must decide. */
export const possibleWinners = (
  method: CountingMethod,
  loose: LooseBallots,
  settings: CountSettings = {},
): readonly number[] => {
  const { outcome } = unwrap(method.count(groupLoose(loose), settings));
  return outcome.open === null ? outcome.elected : outcome.open.choices;
};

/** Condorcet consistency: whoever beats everybody is elected. */
export const electsCondorcetWinner = (method: CountingMethod, settings: CountSettings = {}): void => {
  fc.assert(
    fc.property(arbitraryLooseBallots({ ...everyMark, ballots: 9 }), (loose) => {
      const winner = condorcetWinnerOf(loose);
      fc.pre(winner !== undefined);
      expect(possibleWinners(method, loose, settings)).toEqual([winner]);
    }),
  );
};

/** Monotonicity: a sole winner who is raised to the top of a ballot stays among the winners. */
export const staysWhenRaised = (method: CountingMethod, settings: CountSettings = {}): void => {
  fc.assert(
    fc.property(arbitraryLooseBallots({ ballots: 8 }), fc.nat(), (loose, dice) => {
      const [winner, ...others] = possibleWinners(method, loose, settings);
      fc.pre(winner !== undefined && others.length === 0);
      const raised = loose.ballots.map((ballot, i) => {
        if (i !== dice % loose.ballots.length) return ballot;
        const rest = ballot.ranks.map((rank) =>
          rank === 'overvote' ? rank : rank.filter((choice) => choice !== winner),
        );
        return { ...ballot, ranks: [[winner!], ...rest] };
      });
      expect(possibleWinners(method, { ...loose, ballots: raised }, settings)).toContain(winner);
    }),
    { numRuns: 200 },
  );
};

/** Independence of clones: a choice that is doubled, next to itself on every ballot, changes nothing for the others. */
export const keepsClones = (method: CountingMethod, settings: CountSettings = {}): void => {
  fc.assert(
    fc.property(arbitraryLooseBallots({ most: 4, ballots: 9 }), fc.array(fc.boolean()), (loose, swaps) => {
      const full = loose.ballots.filter(({ ranks }) => ranks.length === loose.choices);
      const clone = loose.choices;
      const doubled = full.map(({ ranks, weight }, i) => ({
        weight,
        ranks: ranks.flatMap((rank) => {
          if (rank === 'overvote' || rank[0] !== 0) return [rank];
          return swaps[i] ? [[clone], [0]] : [[0], [clone]];
        }),
      }));
      const [winner, ...ties] = possibleWinners(method, { ...loose, ballots: full }, settings);
      const after = possibleWinners(method, { choices: clone + 1, ballots: doubled }, settings);
      fc.pre(winner !== undefined && ties.length === 0 && after.length === 1);
      expect(after[0] === clone ? 0 : after[0]).toBe(winner);
    }),
    { numRuns: 300 },
  );
};

/** Participation: nobody gets somebody worse by voting, as far as the outcome is one choice before and after. */
export const rewardsVoting = (method: CountingMethod, settings: CountSettings = {}): void => {
  fc.assert(
    fc.property(arbitraryLooseBallots({ ballots: 9 }), (loose) => {
      const [mine, ...others] = loose.ballots;
      fc.pre(mine !== undefined && others.length > 0);
      const without = possibleWinners(method, { ...loose, ballots: others }, settings);
      const voted = possibleWinners(method, loose, settings);
      fc.pre(without.length === 1 && voted.length === 1);
      expect(placeOf(mine!, voted[0]!)).toBeLessThanOrEqual(placeOf(mine!, without[0]!));
    }),
    { numRuns: 300 },
  );
};
