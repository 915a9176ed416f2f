import { unwrap } from '@comitium/basics';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CountSettings } from '../counting-method.ts';
import {
  arbitraryScores,
  keepsScoreLaws,
  type LooseScores,
  scoresOf,
  scoresSomebody,
  scoreWinners,
  staysWhenScoredHigher,
} from '../testing/score-ballots.ts';
import { golden, storyOf } from '../testing/story-of.ts';
import { star } from './star.ts';

const story = (text: string, settings: CountSettings = {}, paper?: Parameters<typeof scoresOf>[1]) =>
  storyOf(unwrap(star.count(scoresOf(text, paper), settings)));

test('SR01 SR02 the capital of Tennessee, by hand', () => {
  // Scores by distance: Nashville has most points, and 68 prefer it to Chattanooga.
  expect(
    story(`
      42: Memphis 5 Nashville 2 Chattanooga 1
      26: Nashville 5 Chattanooga 2 Knoxville 1
      15: Chattanooga 5 Knoxville 4 Nashville 2
      17: Knoxville 5 Chattanooga 4 Nashville 2
    `),
  ).toBe(
    golden(`
      1 | Memphis 210 Nashville 278 Chattanooga 237 Knoxville 171 | advance Nashville Chattanooga most-points
      2 | Nashville 68 Chattanooga 32 | elect Nashville preferred-by-more
      elected Nashville
    `),
  );
});

test('SR02 whoever has most points may lose the run-off', () => {
  expect(story('3: A 5 B 4\n2: B 5')).toBe(
    golden(`
      1 | A 15 B 22 | advance B A most-points
      2 | A 3 B 2 | elect A preferred-by-more
      elected A
    `),
  );
});

test('SR03 SR07 two tied for the second place are compared with each other', () => {
  expect(story('2: A 5 B 2 C 1\n1: A 5 B 0 C 2')).toBe(
    golden(`
      1 | A 15 B 4 C 4 | advance A B C most-points
      2 | B 0 C 1 | advance A B fewest-defeats
      3 | A 3 B 0 | elect A preferred-by-more
      elected A
    `),
  );
});

// Five voters, all of four choices on 11 points: Ada, Ben and Cara in a circle, Doug loses to two of them.
const four = `
  1: Ada 4 Ben 3 Cara 1 Doug 0
  1: Ada 1 Ben 4 Cara 3 Doug 0
  1: Ada 3 Ben 1 Cara 4 Doug 1
  1: Ada 2 Ben 2 Cara 2 Doug 5
  1: Ada 1 Ben 1 Cara 1 Doug 5
`;

test('SR03 SR04 whoever lost most match-ups leaves first, then top scores are compared', () => {
  expect(story(four)).toBe(
    golden(`
      1 | Ada 11 Ben 11 Cara 11 Doug 11 | advance Ada Ben Cara Doug most-points
      2 | Ada 1 Ben 1 Cara 1 Doug 2 | advance Ada Ben Cara fewest-defeats
      3 | Ada 1 Ben 1 Cara 1 | advance Ada Ben Cara fewest-defeats
      4 | Ada 0 Ben 0 Cara 0 | stop lot-needed
      tie in 4 to advance: Ada Ben Cara: open
      lot-needed, elected nobody, 1 of Ada Ben Cara
    `),
  );
});

test('SR04 one with most top scores is through, and the others start again with match-ups', () => {
  // All on 6 points, and in a circle; Ada alone has a top score, and two of three prefer Cara to Ben.
  const circle = '1: Ada 0 Ben 1 Cara 4\n1: Ada 1 Ben 4 Cara 0\n1: Ada 5 Ben 1 Cara 2';
  expect(story(circle)).toBe(
    golden(`
      1 | Ada 6 Ben 6 Cara 6 | advance Ada Ben Cara most-points
      2 | Ada 1 Ben 1 Cara 1 | advance Ada Ben Cara fewest-defeats
      3 | Ada 1 Ben 0 Cara 0 | advance Ada Ben Cara most-top-scores
      4 | Ben 1 Cara 0 | advance Ada Cara fewest-defeats
      5 | Ada 2 Cara 1 | elect Ada preferred-by-more
      elected Ada
    `),
  );
});

test('SR04 where more have most top scores than there are places, those with fewest leave', () => {
  expect(
    story(`
      1: Ada 3 Ben 5 Cara 1 Doug 0
      1: Ada 1 Ben 1 Cara 0 Doug 4
      1: Ada 0 Ben 2 Cara 5 Doug 2
      1: Ada 5 Ben 1 Cara 3 Doug 3
    `),
  ).toBe(
    golden(`
      1 | Ada 9 Ben 9 Cara 9 Doug 9 | advance Ada Ben Cara Doug most-points
      2 | Ada 1 Ben 1 Cara 1 Doug 1 | advance Ada Ben Cara Doug fewest-defeats
      3 | Ada 1 Ben 1 Cara 1 Doug 0 | advance Ada Ben Cara most-top-scores
      4 | Ada 1 Ben 0 Cara 1 | advance Ben Ada Cara fewest-defeats
      5 | Ada 0 Cara 1 | advance Ben Ada fewest-defeats
      6 | Ada 1 Ben 2 | elect Ben preferred-by-more
      elected Ben
    `),
  );
});

test('SR04 a lot fills one place, and the others start again with match-ups', () => {
  // A circle without top scores: whoever is drawn, the winner of the other two is with him.
  const circle = '1: Ada 4 Ben 3 Cara 1\n1: Ada 1 Ben 4 Cara 3\n1: Ada 3 Ben 1 Cara 4';
  const drawn = story(circle, { ties: [{ by: 'lot', lots: [[1, 0, 2]] }] });
  expect(drawn).toContain('3 | Ada 0 Ben 0 Cara 0 | advance Ben most-top-scores');
  expect(drawn).toContain('4 | Ada 1 Cara 0 | advance Ben Cara fewest-defeats');
});

test('SR06 the other protocols', () => {
  expect(story(four, { options: { protocol: 'two-way' } })).toContain(
    '2 | Ada 0 Ben 0 Cara 0 Doug 2 | stop lot-needed',
  );
  expect(story('1: A 5 B 4 C 0\n1: B 5 A 4\n', { options: { protocol: 'simple' } })).toContain(
    '2 | A 1 B 1 | stop lot-needed',
  );
});

test('SR05 an equal run-off goes to points, then to top scores', () => {
  expect(story('1: A 5 B 3\n1: A 2 B 3')).toContain('2 | A 1 B 1 | elect A most-points');
  expect(story('1: A 5 B 3\n1: A 2 B 4')).toBe(
    golden(`
      1 | A 7 B 7 | advance A B most-points
      2 | A 1 B 1 | advance A B preferred-by-more
      3 | A 1 B 0 | elect A most-top-scores
      elected A
    `),
  );
});

test('SR08 nobody without scores, and a sole choice needs no run-off', () => {
  expect(story('1:', {}, { choices: ['A', 'B'] })).toContain('stop no-votes');
  expect(story('1: A 1')).toContain('1 | A 1 | elect A most-points');
  const choices = ['A', 'B', { name: 'W', writeIn: 'undeclared' }] as const;
  expect(story('1: W 5 B 1', {}, { choices })).toContain('advance B A most-points');
});

/** The finalists and the winner by walking ballot by ballot; null where a lot is needed. */
const slowStar = ({ choices, max, ballots }: LooseScores): number | null => {
  const voters = ballots.flatMap(({ scores, weight }) => Array.from({ length: weight }, () => scores));
  const sum = (of: (scores: readonly (number | null)[]) => number) =>
    voters.reduce((all, one) => all + of(one), 0);
  const total = (c: number) => sum((scores) => scores[c] ?? 0);
  const tops = (c: number) => sum((scores) => (scores[c] === max ? 1 : 0));
  const margin = (a: number, b: number) => sum((scores) => Math.sign((scores[a] ?? 0) - (scores[b] ?? 0)));
  const take = (tied: number[], places: number): number[] | null => {
    if (tied.length <= places) return tied;
    const lost = tied.map((a) => tied.filter((b) => margin(a, b) < 0).length);
    const worst = Math.max(...lost);
    const left = tied.filter((_, i) => lost[i]! < worst);
    if (left.length > 0) {
      const first = take(left, Math.min(places, left.length));
      const rest = take(
        tied.filter((c) => !left.includes(c)),
        places - left.length,
      );
      if (places <= left.length) return first;
      return rest === null ? null : [...left, ...rest];
    }
    const counts = [...new Set(tied.map(tops))].sort((a, b) => b - a);
    if (counts.length === 1) return null;
    const best = tied.filter((c) => tops(c) === counts[0]);
    const won = best.length <= places ? best : [];
    const rest = tied.filter((c) => !won.includes(c));
    const fewest = Math.min(...rest.map(tops));
    const stay = rest.some((c) => tops(c) > fewest) ? rest.filter((c) => tops(c) > fewest) : rest;
    if (won.length === places) return won;
    const more = take(stay, places - won.length);
    return more === null ? null : [...won, ...more];
  };
  const all = Array.from({ length: choices }, (_, c) => c);
  const finalists: number[] = [];
  for (const points of [...new Set(all.map(total))].sort((a, b) => b - a)) {
    if (finalists.length === 2) break;
    const taken = take(
      all.filter((c) => total(c) === points),
      2 - finalists.length,
    );
    if (taken === null) return null;
    finalists.push(...taken);
  }
  const [a, b] = finalists as [number, number];
  const order = Math.sign(margin(a, b)) || Math.sign(total(a) - total(b)) || Math.sign(tops(a) - tops(b));
  return order === 0 ? null : order > 0 ? a : b;
};

test('SR01 SR02 SR03 SR04 SR05 as the slow way says', () => {
  fc.assert(
    fc.property(arbitraryScores.filter(scoresSomebody), (loose) => {
      const winners = scoreWinners(star, loose);
      const slow = slowStar(loose);
      if (slow === null) expect(winners.length).toBeGreaterThan(1);
      else expect(winners).toEqual([slow]);
    }),
    { numRuns: 500 },
  );
});

test('SR01 monotonicity, anonymity and neutrality', () => {
  staysWhenScoredHigher(star);
  keepsScoreLaws(star);
});
