// Laws that every method of single transferable votes keeps, beside those of all methods.
import { unwrap } from '@comitium/basics';
import fc from 'fast-check';
import { expect } from 'vitest';
import { arbitraryLooseBallots, groupLoose } from '../../ballots/testing/arbitrary-ballots.ts';
import { parseAmount } from '../../exact/amount.ts';
import { compareRational, type Rational } from '../../exact/rational.ts';
import type { CountReport } from '../count-report.ts';
import type { CountingMethod, CountSettings } from '../counting-method.ts';
import { checkConservation, checkSeats, keepsAnonymity, keepsNeutrality, keepsVotes } from './method-laws.ts';

const looseBallots = { equalRanks: true, skippedRanks: true, overvotes: true, repeats: true, ballots: 16 };

/** All laws, for one to three seats. `mixes`: papers are mixed, so that the names of choices matter. */
export const keepsStvLaws = (
  method: CountingMethod,
  options: CountSettings['options'] = {},
  { mixes = false } = {},
): void => {
  for (const seats of [1, 2, 3]) {
    const settings: CountSettings = { seats, options, ties: [{ by: 'ballot-order' }] };
    const laws = { method, settings, ballots: looseBallots };
    keepsAnonymity(laws);
    if (!mixes) keepsNeutrality(laws);
    keepsVotes(laws);
    keepsSeats(method, settings);
  }
};

/** Seats are filled as far as there are choices, nobody falls and rises, and whoever is elected by quota has it. */
const keepsSeats = (method: CountingMethod, settings: CountSettings): void => {
  fc.assert(
    fc.property(arbitraryLooseBallots(looseBallots), (loose) => {
      const report = unwrap(method.count(groupLoose(loose), settings));
      checkSeats(report);
      checkConservation(report);
      checkElections(report);
      expect(report.outcome.state).toBe('decided');
      expect(report.outcome.elected.length).toBe(Math.min(loose.choices, report.seats));
    }),
  );
};

const checkElections = ({ rounds }: CountReport): void => {
  const gone = new Set<number>();
  for (const { actions, votes, thresholds, standing } of rounds) {
    const quota = exactly(thresholds[0]!.votes);
    for (const action of actions) {
      if (action.kind !== 'elect' && action.kind !== 'exclude') continue;
      for (const choice of action.choices) {
        expect(gone.has(choice)).toBe(false);
        gone.add(choice);
        expect(standing[choice]).toBe(action.kind === 'elect' ? 'elected' : 'excluded');
        if (action.kind === 'elect' && action.reason === 'quota')
          expect(compareRational(exactly(votes[choice]!), quota)).toBeGreaterThanOrEqual(0);
      }
    }
  }
};

const exactly = (text: string): Rational => parseAmount(text) ?? { numerator: -1n, denominator: 1n };
