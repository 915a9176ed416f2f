// A count and its second, slow and obvious implementation on random small elections, to the last digit.
import { unwrap } from '@comitium/basics';
import fc from 'fast-check';
import { expect } from 'vitest';
import {
  arbitraryLooseBallots,
  groupLoose,
  type LooseBallots,
} from '../../ballots/testing/arbitrary-ballots.ts';
import type { CountingMethod, CountSettings } from '../counting-method.ts';
import { checkConservation } from './method-laws.ts';
import { unitsOf } from './votes-of.ts';

/** Elected in order, and the votes of every round. */
export type SlowCount = (
  loose: LooseBallots,
  seats: number,
) => { readonly elected: number[]; readonly rounds: bigint[][] };

export interface Slowly {
  readonly options?: CountSettings['options'];
  /** So many like every ballot, in round numbers. */
  readonly crowd?: fc.Arbitrary<number>;
  readonly runs?: number;
}

/** One to four seats; ties go to the order of the ballot paper. */
export const countsAsSlowly = (
  method: CountingMethod,
  slowly: SlowCount,
  { options = {}, crowd = fc.constant(0), runs = 300 }: Slowly = {},
): void => {
  fc.assert(
    fc.property(
      arbitraryLooseBallots({ ballots: 24, most: 6 }),
      fc.integer({ min: 1, max: 4 }),
      crowd,
      (few, seats, many) => {
        const loose = many === 0 ? few : multiply(few, many);
        const slow = slowly(loose, seats);
        const settings: CountSettings = { seats, options, ties: [{ by: 'ballot-order' }] };
        const report = unwrap(method.count(groupLoose(loose), settings));
        expect(report.outcome.elected).toEqual(slow.elected);
        expect(unitsOf(report)).toEqual(slow.rounds);
        checkConservation(report);
      },
    ),
    { numRuns: runs },
  );
};

const multiply = (few: LooseBallots, many: number): LooseBallots => ({
  ...few,
  ballots: few.ballots.map((ballot) => ({ ...ballot, weight: ballot.weight * many + (many % 7) })),
});
