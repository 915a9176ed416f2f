// Ballots of scores for tests, written by hand or at random, and the laws on them.
import { unwrap } from '@comitium/basics';
import fc from 'fast-check';
import { expect } from 'vitest';
import type { Ballots } from '../../ballots/ballots.ts';
import { createBallotsBuilder, type NewChoice } from '../../ballots/build-ballots.ts';
import { letters } from '../../ballots/testing/arbitrary-ballots.ts';
import type { CountingMethod } from '../counting-method.ts';

/** `35: A 5 B 3` a line; nothing after the colon is a blank ballot. Scores from 0 to `max`, 5 unless given. */
export const scoresOf = (
  text: string,
  { max = 5, choices = [], grades = null }: ScorePaper = {},
): Ballots => {
  const named = choices.map((choice) => (typeof choice === 'string' ? { name: choice } : choice));
  const builder = createBallotsBuilder({ form: 'score', scale: { min: 0, max, grades }, choices: named });
  const numbers = new Map(named.map(({ name }, number) => [name, number]));
  const numberOf = (name: string): number => {
    const number = numbers.get(name) ?? builder.addChoice({ name });
    numbers.set(name, number);
    return number;
  };
  for (const line of text.split('\n').filter((row) => row.trim() !== '')) {
    const [weight = '', given = ''] = line.split(':');
    const words = given.trim() === '' ? [] : given.trim().split(/\s+/);
    const marks = words.filter((_, i) => i % 2 === 0).map(numberOf);
    const scores = words.filter((_, i) => i % 2 === 1).map(Number);
    const refusal = builder.add({ marks, scores, weight: Number(weight) });
    if (refusal !== null) throw new Error(`${line}: ${refusal.code}`);
  }
  return builder.build();
};

interface ScorePaper {
  readonly max?: number;
  readonly choices?: readonly (string | NewChoice)[];
  readonly grades?: readonly string[] | null;
}

/** Per choice a score or none. */
export interface LooseScores {
  readonly choices: number;
  readonly max: number;
  readonly ballots: readonly { readonly scores: readonly (number | null)[]; readonly weight: number }[];
}

/** 2 to 4 choices and few grades, so that ties are common. */
export const arbitraryScores: fc.Arbitrary<LooseScores> = fc
  .record({ choices: fc.integer({ min: 2, max: 4 }), max: fc.integer({ min: 1, max: 3 }) })
  .chain(({ choices, max }) =>
    fc.record({
      choices: fc.constant(choices),
      max: fc.constant(max),
      ballots: fc.array(
        fc.record({
          scores: fc.array(fc.option(fc.integer({ min: 0, max }), { freq: 5 }), {
            minLength: choices,
            maxLength: choices,
          }),
          weight: fc.integer({ min: 1, max: 3 }),
        }),
        { minLength: 1, maxLength: 7 },
      ),
    }),
  );

export const groupScores = ({ choices, max, ballots }: LooseScores): Ballots => {
  const builder = createBallotsBuilder({
    form: 'score',
    scale: { min: 0, max, grades: null },
    choices: letters(choices).map((name) => ({ name })),
  });
  for (const { scores, weight } of ballots) {
    const marks = scores.flatMap((score, choice) => (score === null ? [] : [choice]));
    builder.add({ marks, scores: scores.filter((score) => score !== null), weight });
  }
  return builder.build();
};

/** Whether some ballot scores somebody. */
export const scoresSomebody = ({ ballots }: LooseScores): boolean =>
  ballots.some(({ scores }) => scores.some((score) => score !== null));

/** Those who are elected, or among whom a lot must decide. */
export const scoreWinners = (method: CountingMethod, loose: LooseScores, options = {}): readonly number[] => {
  const { outcome } = unwrap(method.count(groupScores(loose), { options }));
  return outcome.open === null ? outcome.elected : outcome.open.choices;
};

/** Anonymity and neutrality, on scores. */
export const keepsScoreLaws = (method: CountingMethod): void => {
  fc.assert(
    fc.property(arbitraryScores, (loose) => {
      const single = loose.ballots.flatMap((ballot) =>
        Array.from({ length: ballot.weight }, () => ({ ...ballot, weight: 1 })),
      );
      const report = unwrap(method.count(groupScores(loose)));
      const other = unwrap(method.count(groupScores({ ...loose, ballots: single.reverse() })));
      expect(other).toEqual(report);
      const turned = loose.ballots.map(({ scores, weight }) => ({
        weight,
        scores: [scores.at(-1) ?? null, ...scores.slice(0, -1)],
      }));
      const renamed = scoreWinners(method, loose).map((choice) => (choice + 1) % loose.choices);
      expect([...scoreWinners(method, { ...loose, ballots: turned })].sort()).toEqual(renamed.sort());
    }),
  );
};

/** Monotonicity: a sole winner who is scored higher by somebody stays among the winners. */
export const staysWhenScoredHigher = (method: CountingMethod): void => {
  fc.assert(
    fc.property(arbitraryScores, fc.nat(), (loose, dice) => {
      const [winner, ...others] = scoreWinners(method, loose);
      fc.pre(winner !== undefined && others.length === 0);
      const raised = loose.ballots.map((ballot, i) => ({
        ...ballot,
        scores: ballot.scores.map((given, choice) =>
          i === dice % loose.ballots.length && choice === winner ? loose.max : given,
        ),
      }));
      expect(scoreWinners(method, { ...loose, ballots: raised })).toContain(winner);
    }),
    { numRuns: 200 },
  );
};
