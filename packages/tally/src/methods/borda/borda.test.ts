import { unwrap } from '@comitium/basics';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryLooseBallots, groupLoose } from '../../ballots/testing/arbitrary-ballots.ts';
import { ballotsOf } from '../testing/ballots-of.ts';
import { keepsAnonymity, keepsNeutrality } from '../testing/method-laws.ts';
import { choicesOf, everyMark, marginIn, rewardsVoting, staysWhenRaised } from '../testing/slow-pairs.ts';
import { golden, storyOf } from '../testing/story-of.ts';
import { borda } from './borda.ts';

const count = (text: string, options = {}, paper?: Parameters<typeof ballotsOf>[1]) =>
  unwrap(borda.count(ballotsOf(text, paper), { options }));
const figures = (text: string, options = {}, choices: string[] = ['A', 'B', 'C', 'D']) =>
  count(text, options, { choices }).rounds[0]?.votes;

const tennessee = `
  42: Memphis > Nashville > Chattanooga > Knoxville
  26: Nashville > Chattanooga > Knoxville > Memphis
  15: Chattanooga > Knoxville > Nashville > Memphis
  17: Knoxville > Chattanooga > Nashville > Memphis
`;

test('BO01 the capital of Tennessee, by hand', () => {
  expect(storyOf(count(tennessee))).toBe(
    golden(`
      1 | Memphis 126 Nashville 194 Chattanooga 173 Knoxville 107 | elect Nashville most-points
      elected Nashville
    `),
  );
});

test('BO02 points from one, and as in Nauru', () => {
  expect(storyOf(count(tennessee, { points: 'from-one' }))).toContain(
    'Memphis 226 Nashville 294 Chattanooga 273 Knoxville 207',
  );
  expect(figures('2: A > B > C > D\n1: B > A > D > C', { points: 'dowdall' })).toEqual([
    '2.5',
    '2',
    '11/12',
    '5/6',
  ]);
});

test('BO03 unranked choices have nothing, or the average of the places left', () => {
  expect(figures('2: A > B')).toEqual(['6', '4', '0', '0']);
  expect(figures('2: A > B', { unranked: 'average' })).toEqual(['6', '4', '1', '1']);
  expect(figures('2: A', { unranked: 'average', points: 'from-one' })).toEqual(['8', '4', '4', '4']);
});

test('BO04 modified: a short ballot gives few points', () => {
  expect(figures('2: A > B\n1: C', { unranked: 'modified', points: 'from-one' })).toEqual([
    '4',
    '2',
    '1',
    '0',
  ]);
  expect(figures('2: A > B\n1: C', { unranked: 'modified' })).toEqual(['2', '0', '0', '0']);
});

test('BO05 equal ranks: average, best, worst', () => {
  const ballots = '1: A > B = C > D';
  expect(figures(ballots)).toEqual(['3', '1.5', '1.5', '0']);
  expect(figures(ballots, { equal: 'best' })).toEqual(['3', '2', '2', '0']);
  expect(figures(ballots, { equal: 'worst' })).toEqual(['3', '1', '1', '0']);
  expect(figures('1: A = B', { equal: 'best', unranked: 'average' })).toEqual(['3', '3', '0.5', '0.5']);
});

test('BO06 gaps, unknown marks, repeats and blanks', () => {
  expect(figures('1: A > _ > ! > B > A > C\n5:', { unranked: 'average' })).toEqual(['3', '2', '1', '0']);
});

test('BO07 write-ins take places, withdrawn choices do not; ties and no votes', () => {
  const choices = ['A', 'B', { name: 'X', withdrawn: true }, { name: 'W', writeIn: 'undeclared' }] as const;
  expect(storyOf(count('3: X > W > A > B', {}, { choices }))).toBe(
    golden(`
      1 | A 3 B 0 W 6 | elect A most-points
      elected A
    `),
  );
  expect(storyOf(count('1: A > B\n1: B > A'))).toContain('lot-needed');
  expect(storyOf(count('1:', {}, { choices: ['A', 'B'] }))).toContain('stop no-votes');
});

test('BO01 BO05 as the sums of contests of two say', () => {
  // With full ballots and averages points are (voters × others + sum of margins) / 2, by Borda's own remark.
  fc.assert(
    fc.property(arbitraryLooseBallots({ equalRanks: true }), (loose) => {
      const all = choicesOf(loose);
      const full = {
        ...loose,
        ballots: loose.ballots.map(({ ranks, weight }) => ({
          weight,
          ranks: [...ranks, all.filter((choice) => !ranks.flat().includes(choice))],
        })),
      };
      const voters = full.ballots.reduce((sum, { weight }) => sum + weight, 0);
      const twice = all.map(
        (a) =>
          voters * (all.length - 1) + all.reduce((sum, b) => sum + (a === b ? 0 : marginIn(full, a, b)), 0),
      );
      for (const [ballots, unranked] of [
        [full, 'none'],
        [loose, 'average'],
      ] as const) {
        fc.pre(loose.ballots.every(({ ranks }) => ranks.length > 0));
        const votes = unwrap(borda.count(groupLoose(ballots), { options: { unranked } })).rounds[0]?.votes;
        expect(votes?.map((points) => 2 * Number(points))).toEqual(twice);
      }
    }),
  );
});

test('BO01 a Condorcet winner may lose, in the known example', () => {
  const report = count('3: A > B > C\n2: B > C > A');
  expect(storyOf(report)).toContain('A 6 B 7 C 2 | elect B');
});

test('BO01 monotonicity, anonymity, neutrality', () => {
  staysWhenRaised(borda, { options: { unranked: 'average' } });
  keepsAnonymity({ method: borda, ballots: everyMark });
  keepsNeutrality({ method: borda, ballots: everyMark });
});

test('BO01 participation', () => {
  rewardsVoting(borda);
});

test('BO01 clones help their kind, as is known', () => {
  expect(storyOf(count('3: A > B\n2: B > A'))).toContain('elected A');
  expect(storyOf(count('3: A > B > B2\n2: B > B2 > A'))).toContain('elected B');
});
