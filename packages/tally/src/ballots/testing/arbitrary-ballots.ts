import fc from 'fast-check';
import type { Ballots } from '../ballots.ts';
import { createBallotsBuilder, type NewBallot } from '../build-ballots.ts';
import { marksOf, type Rank } from '../ranks.ts';

/** What random ballots may hold; default strict rankings of 2 to 5 choices, truncated at will. */
export interface ArbitraryBallots {
  readonly most?: number;
  readonly equalRanks?: boolean;
  readonly skippedRanks?: boolean;
  readonly overvotes?: boolean;
  readonly repeats?: boolean;
  readonly ballots?: number;
}

/** Names of choices in tests: A, B, C … */
export const letters = (count: number): string[] =>
  Array.from({ length: count }, (_, i) => String.fromCharCode(65 + i));

/** A ballot before grouping. */
export interface LooseBallot {
  readonly ranks: readonly Rank[];
  readonly weight: number;
}

export interface LooseBallots {
  readonly choices: number;
  readonly ballots: readonly LooseBallot[];
}

/** Random ballots before they are grouped, for tests that reorder or relabel them. */
export const arbitraryLooseBallots = (wanted: ArbitraryBallots = {}): fc.Arbitrary<LooseBallots> =>
  fc.integer({ min: 2, max: wanted.most ?? 5 }).chain((choices) =>
    fc.record({
      choices: fc.constant(choices),
      ballots: fc.array(
        fc.record({ ranks: arbitraryRanks(choices, wanted), weight: fc.integer({ min: 1, max: 4 }) }),
        {
          maxLength: wanted.ballots ?? 12,
        },
      ),
    }),
  );

/** Groups loose ballots of ranks. */
export const groupLoose = ({ choices, ballots }: LooseBallots): Ballots => {
  const builder = createBallotsBuilder({
    form: 'rank',
    choices: letters(choices).map((name) => ({ name })),
  });
  for (const { ranks, weight } of ballots) {
    const refusal = builder.add({ marks: marksOf(ranks), weight } satisfies NewBallot);
    if (refusal !== null) throw new Error(`${refusal.code} in ${JSON.stringify(ranks)}`);
  }
  return builder.build();
};

/** Random grouped ballots of ranks. */
export const arbitraryBallots = (wanted: ArbitraryBallots = {}): fc.Arbitrary<Ballots> =>
  arbitraryLooseBallots(wanted).map(groupLoose);

const arbitraryRanks = (choices: number, wanted: ArbitraryBallots): fc.Arbitrary<Rank[]> => {
  const all = Array.from({ length: choices }, (_, choice) => choice);
  const strict = fc.shuffledSubarray(all).chain((order) =>
    fc.array(fc.nat({ max: 9 }), { minLength: order.length, maxLength: order.length }).map((dice) => {
      const ranks: (number[] | 'overvote')[] = [];
      for (const [i, choice] of order.entries()) {
        const die = dice[i]!;
        const last = ranks.at(-1);
        if (wanted.equalRanks && die < 3 && Array.isArray(last) && last.length > 0) last.push(choice);
        else {
          if (wanted.skippedRanks && die === 4) ranks.push([]);
          if (wanted.overvotes && die === 5) ranks.push('overvote');
          if (wanted.repeats && die === 6) ranks.push([order[0]!]);
          ranks.push([choice]);
        }
      }
      return ranks;
    }),
  );
  return strict;
};
