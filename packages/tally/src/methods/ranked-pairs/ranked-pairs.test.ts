import { unwrap } from '@comitium/basics';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  arbitraryLooseBallots,
  groupLoose,
  type LooseBallots,
} from '../../ballots/testing/arbitrary-ballots.ts';
import type { CountSettings } from '../counting-method.ts';
import { ballotsOf } from '../testing/ballots-of.ts';
import { keepsAnonymity, keepsNeutrality } from '../testing/method-laws.ts';
import {
  choicesOf,
  electsCondorcetWinner,
  everyMark,
  keepsClones,
  marginIn,
  possibleWinners,
  staysWhenRaised,
  supportIn,
} from '../testing/slow-pairs.ts';
import { golden, storyOf } from '../testing/story-of.ts';
import { rankedPairs } from './ranked-pairs.ts';

const count = (text: string, settings: CountSettings = {}, choices: string[] = []) =>
  unwrap(rankedPairs.count(ballotsOf(text, { choices }), settings));

test('RP01 RP06 the weakest victory of a cycle is not locked in, by hand', () => {
  // B over C 7:2, A over B 6:3, C over A 5:4.
  const report = count('4: A > B > C\n3: B > C > A\n2: C > A > B');
  expect(storyOf(report)).toBe(
    golden(`
      1 | A 2 B 1 C 0 | elect A undefeated
      elected A
    `),
  );
  expect(report.outcome.ranking).toEqual([[0], [1], [2]]);
  expect(report.tables[1]?.rows).toEqual([
    { label: 'B > C', cells: ['7', '1'] },
    { label: 'A > B', cells: ['6', '1'] },
    { label: 'C > A', cells: ['5', '0'] },
  ]);
});

test('RP02 margins instead of winning votes', () => {
  // A over B 6:5, B over C 4:2, C over A 5:4.
  const ballots = '4: A > B\n2: A = C > B\n5: B = C > A';
  const names = ['A', 'B', 'C'];
  const strengths = (strength: string) =>
    count(ballots, { options: { strength }, ties: [{ by: 'ballot-order' }] }, names).tables[1]?.rows.map(
      ({ label, cells }) => [label, cells[0]],
    );
  expect(strengths('winning-votes')).toEqual([
    ['A > B', '6'],
    ['C > A', '5'],
    ['B > C', '4'],
  ]);
  expect(strengths('margins')).toEqual([
    ['B > C', '2'],
    ['A > B', '1'],
    ['C > A', '1'],
  ]);
});

const circle = '1: A > B > C\n1: B > C > A\n1: C > A > B';

test('RP03 RP04 a circle of equal victories asks for a ranking by lot', () => {
  expect(storyOf(count(circle))).toBe(
    golden(`
      1 | stop lot-needed
      tie in 1 to order: A B C: open
      lot-needed, elected nobody, 2 of A B C
    `),
  );
  // B over C and C over A come first, so that A over B would close the circle.
  expect(storyOf(count(circle, { ties: [{ by: 'lot', lots: [[1, 2, 0]] }] }))).toBe(
    golden(`
      1 | A 0 B 2 C 1 | elect B undefeated
      tie in 1 to order: A B C: B C by lot
      elected B
    `),
  );
});

test('RP04 equal victories that close no cycle need no lot', () => {
  const report = count('2: A > B > C');
  expect(report.ties).toEqual([]);
  expect(report.outcome.elected).toEqual([0]);
});

test('RP04 a circle below the winner needs no lot', () => {
  const report = count('1: W > A > B > C\n1: W > B > C > A\n1: W > C > A > B');
  expect(storyOf(report)).toBe(
    golden(`
      1 | elect W undefeated
      elected W
    `),
  );
  expect(report.outcome.ranking).toEqual([[0], [1, 2, 3]]);
});

test('RP05 several unbeaten after draws are a tie', () => {
  expect(storyOf(count('1: A > B > C\n1: B > A > C'))).toBe(
    golden(`
      1 | A 1 B 1 C 0 | stop lot-needed
      tie in 1 to elect: A B: open
      lot-needed, elected nobody, 1 of A B
    `),
  );
});

test('RP07 without a vote nobody is elected', () => {
  expect(storyOf(count('2:', {}, ['A', 'B']))).toContain('stop no-votes');
});

/** Every victory in order, with the ranking by lot known from the start; a cycle is looked for by walking. */
const slowWinner = (loose: LooseBallots, strength: string, ranking: readonly number[]): number => {
  const all = choicesOf(loose);
  const size = (a: number, b: number): number =>
    strength === 'margins' ? marginIn(loose, a, b) : supportIn(loose, a, b);
  const victories = all
    .flatMap((a) => all.map((b) => [a, b] as const))
    .filter(([a, b]) => marginIn(loose, a, b) > 0)
    .sort((x, y) => size(...y) - size(...x) || ranking.indexOf(x[0]) - ranking.indexOf(y[0]));
  const locked: (readonly [number, number])[] = [];
  const leads = (a: number, b: number): boolean =>
    a === b || locked.some(([from, to]) => from === a && leads(to, b));
  for (const [a, b] of victories) if (!leads(b, a)) locked.push([a, b]);
  return ranking.find((choice) => locked.every(([, loser]) => loser !== choice))!;
};

test('RP01 RP02 RP03 RP05 as the slow way says', () => {
  for (const strength of ['winning-votes', 'margins'])
    fc.assert(
      fc.property(arbitraryLooseBallots(everyMark), fc.boolean(), (loose, backwards) => {
        const all = choicesOf(loose);
        fc.pre(all.some((a) => all.some((b) => supportIn(loose, a, b) > 0)));
        const lot = backwards ? [...all].reverse() : all;
        const settings = { options: { strength }, ties: [{ by: 'lot', lots: [lot] }] } as const;
        expect(possibleWinners(rankedPairs, loose, settings)).toEqual([slowWinner(loose, strength, lot)]);
      }),
      { numRuns: 300 },
    );
});

const rankingsOf = (choices: readonly number[]): number[][] =>
  choices.length === 0
    ? [[]]
    : choices.flatMap((c) => rankingsOf(choices.filter((d) => d !== c)).map((rest) => [c, ...rest]));

test('RP04 a lot is asked for exactly where rankings elect different choices', () => {
  fc.assert(
    fc.property(arbitraryLooseBallots({ most: 4, ballots: 6, equalRanks: true }), (loose) => {
      const all = choicesOf(loose);
      fc.pre(all.some((a) => all.some((b) => supportIn(loose, a, b) > 0)));
      const possible = new Set(rankingsOf(all).map((ranking) => slowWinner(loose, 'winning-votes', ranking)));
      const report = unwrap(rankedPairs.count(groupLoose(loose)));
      if (report.outcome.state === 'decided') expect([...possible]).toEqual(report.outcome.elected);
      else expect(possible.size).toBeGreaterThan(1);
    }),
    { numRuns: 300 },
  );
});

test('RP01 Condorcet, monotonicity, anonymity, neutrality', () => {
  electsCondorcetWinner(rankedPairs);
  staysWhenRaised(rankedPairs, { ties: [{ by: 'ballot-order' }] });
  keepsAnonymity({ method: rankedPairs, ballots: everyMark });
  keepsNeutrality({ method: rankedPairs, ballots: everyMark });
});

test('RP01 independence of clones', () => {
  keepsClones(rankedPairs);
});
