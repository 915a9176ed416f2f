import { unwrap } from '@comitium/basics';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createBallotsBuilder } from '../../ballots/build-ballots.ts';
import type { CountSettings } from '../counting-method.ts';
import {
  arbitraryScores,
  keepsScoreLaws,
  scoresOf,
  scoresSomebody,
  scoreWinners,
  staysWhenScoredHigher,
} from '../testing/score-ballots.ts';
import { golden, storyOf } from '../testing/story-of.ts';
import { score } from './score.ts';

const story = (text: string, settings: CountSettings = {}, paper?: Parameters<typeof scoresOf>[1]) =>
  storyOf(unwrap(score.count(scoresOf(text, paper), settings)));

test('SC01 SC02 the highest total, by hand', () => {
  const ballots = '4: A 5 B 4\n3: C 5 B 3\n1:';
  expect(story(ballots)).toBe(
    golden(`
      1 | A 20 B 25 C 15 | elect B most-points
      elected B
    `),
  );
  expect(story(ballots, { seats: 2 })).toContain('elected B A');
});

test('SC02 a lowest score below 0 counts for the unscored', () => {
  const builder = createBallotsBuilder({
    form: 'score',
    scale: { min: -2, max: 2, grades: null },
    choices: [{ name: 'A' }, { name: 'B' }],
  });
  builder.add({ marks: [0], scores: [1], weight: 3 });
  builder.add({ marks: [0, 1], scores: [-1, 2] });
  expect(storyOf(unwrap(score.count(builder.build())))).toContain('A 2 B -4');
});

test('SC03 averages of those who scored, exactly', () => {
  const options = { unscored: 'left-out' };
  expect(story('2: A 5\n1: A 3 B 4\n2: C 0', { options }, { choices: ['A', 'B', 'C', 'D'] })).toBe(
    golden(`
      1 | A 13/3 B 4 C 0 | elect A most-points
      elected A
    `),
  );
});

test('SC04 withdrawn choices and undeclared write-ins', () => {
  const choices = ['A', { name: 'X', withdrawn: true }, { name: 'W', writeIn: 'undeclared' }] as const;
  expect(story('5: W 5 X 5\n1: A 1', {}, { choices })).toBe(
    golden(`
      1 | A 1 W 25 | elect A most-points
      elected A
    `),
  );
});

test('SC05 ties are asked, and nobody is elected whom no ballot scores', () => {
  expect(story('1: A 3\n1: B 3')).toContain('lot-needed, elected nobody, 1 of A B');
  expect(story('2:', {}, { choices: ['A'] })).toContain('stop no-votes');
});

test('SC01 SC03 as the slow way says', () => {
  fc.assert(
    fc.property(arbitraryScores.filter(scoresSomebody), (loose) => {
      const all = Array.from({ length: loose.choices }, (_, choice) => choice);
      const given = (choice: number) =>
        loose.ballots.flatMap(({ scores, weight }) =>
          Array.from({ length: weight }, () => scores[choice] ?? null),
        );
      const total = all.map((choice) => given(choice).reduce<number>((sum, one) => sum + (one ?? 0), 0));
      const able = all.filter((choice) => given(choice).some((one) => one !== null));
      const best = (of: (choice: number) => number) => able.filter((a) => able.every((b) => of(a) >= of(b)));
      expect(scoreWinners(score, loose)).toEqual(best((choice) => total[choice]!));
      const average = (choice: number) => total[choice]! / given(choice).filter((one) => one !== null).length;
      expect(scoreWinners(score, loose, { unscored: 'left-out' })).toEqual(best(average));
    }),
  );
});

test('SC01 totals beyond 53 bits are exact', () => {
  const builder = createBallotsBuilder({
    form: 'score',
    scale: { min: 0, max: 1000, grades: null },
    choices: [{ name: 'A' }, { name: 'B' }],
  });
  builder.add({ marks: [0, 1], scores: [1000, 999], weight: 8_000_000_000_000_001 });
  builder.add({ marks: [0, 1], scores: [3, 1], weight: 1 });
  expect(storyOf(unwrap(score.count(builder.build())))).toContain(
    `A 8000000000000001003 B ${8_000_000_000_000_001n * 999n + 1n}`,
  );
});

test('SC01 the majority’s favourite may lose, as is known', () => {
  expect(story('3: A 5 B 4\n2: B 5')).toContain('A 15 B 22 | elect B');
});

test('SC01 monotonicity, anonymity and neutrality', () => {
  staysWhenScoredHigher(score);
  keepsScoreLaws(score);
});
