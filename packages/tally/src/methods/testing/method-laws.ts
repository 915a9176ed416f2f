// Laws that every counting method must keep, as properties for fast-check: call them from the method's own test.
import { unwrap } from '@comitium/basics';
import fc from 'fast-check';
import { expect } from 'vitest';
import {
  type ArbitraryBallots,
  arbitraryLooseBallots,
  groupLoose,
  type LooseBallots,
} from '../../ballots/testing/arbitrary-ballots.ts';
import { parseAmount } from '../../exact/amount.ts';
import { plus, type Rational, zero } from '../../exact/rational.ts';
import type { CountReport } from '../count-report.ts';
import type { CountingMethod, CountSettings } from '../counting-method.ts';

export interface LawsFor {
  readonly method: CountingMethod;
  readonly settings?: CountSettings;
  readonly ballots?: ArbitraryBallots;
}

/** Anonymity: the same ballots in another order, or split into single ones, give the same report. */
export const keepsAnonymity = ({ method, settings, ballots }: LawsFor): void => {
  fc.assert(
    fc.property(arbitraryLooseBallots(ballots), (loose) => {
      const single = loose.ballots.flatMap((ballot) =>
        Array.from({ length: ballot.weight }, () => ({ ...ballot, weight: 1 })),
      );
      const report = unwrap(method.count(groupLoose(loose), settings));
      const other = groupLoose({ ...loose, ballots: single.reverse() });
      expect(unwrap(method.count(other, settings))).toEqual(report);
    }),
  );
};

/** Neutrality: renaming the choices renames the outcome, where no tie-break by name or paper comes in between. */
export const keepsNeutrality = ({ method, settings, ballots }: LawsFor): void => {
  fc.assert(
    fc.property(arbitraryLooseBallots(ballots), (loose) => {
      const turn = (choice: number): number => (choice + 1) % loose.choices;
      const turned: LooseBallots = {
        ...loose,
        ballots: loose.ballots.map(({ ranks, weight }) => ({
          weight,
          ranks: ranks.map((rank) => (rank === 'overvote' ? rank : rank.map(turn))),
        })),
      };
      const asking = { ...settings, ties: [] };
      const [one, two] = [loose, turned].map((these) => unwrap(method.count(groupLoose(these), asking)));
      expect(two?.outcome.state).toBe(one?.outcome.state);
      // Those elected together by as many votes stand in the order of the paper.
      if (one?.outcome.state === 'decided')
        expect(two?.outcome.elected.toSorted()).toEqual(one.outcome.elected.map(turn).sort());
    }),
  );
};

/** Conservation: in every round votes and leftovers are the ballots cast, and transfers lead to the next round. */
export const keepsVotes = ({ method, settings, ballots }: LawsFor): void => {
  fc.assert(
    fc.property(arbitraryLooseBallots(ballots), (loose) => {
      checkConservation(unwrap(method.count(groupLoose(loose), settings)));
    }),
  );
};

/** For one report of measure `votes`. */
export const checkConservation = ({ rounds, ballots }: CountReport): void => {
  for (const [i, round] of rounds.entries()) {
    const held = [...round.votes.map((votes) => votes ?? '0'), ...round.leftovers.map(({ votes }) => votes)];
    expect(sumOf(held)).toEqual(exactly(ballots.cast));
    const next = rounds[i + 1];
    if (next === undefined || next.contest !== round.contest) continue;
    for (const [choice, votes] of round.votes.entries()) {
      const gained = round.transfers.filter(({ to }) => to === choice).map((transfer) => transfer.votes);
      const lost = round.transfers.filter(({ from }) => from === choice).map((transfer) => transfer.votes);
      const after = sumOf([next.votes[choice] ?? '0', ...lost]);
      expect(after).toEqual(sumOf([votes ?? '0', ...gained]));
    }
  }
};

/** Every seat is filled, unfilled, or open, and nobody is elected twice. */
export const checkSeats = ({ outcome, seats, ties }: CountReport): void => {
  expect(new Set(outcome.elected).size).toBe(outcome.elected.length);
  if (outcome.state === 'decided') expect(outcome.elected.length + outcome.unfilled).toBe(seats);
  if (outcome.state === 'lot-needed') expect(ties.at(-1)?.open).toEqual(outcome.open);
};

const sumOf = (amounts: readonly string[]): Rational => amounts.map(exactly).reduce(plus, zero);

const exactly = (text: string): Rational => {
  const value = parseAmount(text);
  if (value === null) throw new Error(`${text} is no amount`);
  return value;
};
