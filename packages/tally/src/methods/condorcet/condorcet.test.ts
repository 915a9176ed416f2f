import { unwrap } from '@comitium/basics';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryLooseBallots, groupLoose } from '../../ballots/testing/arbitrary-ballots.ts';
import { ballotsOf } from '../testing/ballots-of.ts';
import { keepsAnonymity, keepsNeutrality } from '../testing/method-laws.ts';
import { condorcetWinnerOf, everyMark } from '../testing/slow-pairs.ts';
import { golden, storyOf } from '../testing/story-of.ts';
import { condorcet } from './condorcet.ts';

const count = (text: string, paper?: Parameters<typeof ballotsOf>[1]) =>
  unwrap(condorcet.count(ballotsOf(text, paper)));

test('CO01 CO03 the capital of Tennessee, by hand', () => {
  const report = count(`
    42: Memphis > Nashville > Chattanooga > Knoxville
    26: Nashville > Chattanooga > Knoxville > Memphis
    15: Chattanooga > Knoxville > Nashville > Memphis
    17: Knoxville > Chattanooga > Nashville > Memphis
  `);
  expect(storyOf(report)).toBe(
    golden(`
      1 | Memphis 0 Nashville 3 Chattanooga 2 Knoxville 1 | elect Nashville beats-all
      elected Nashville
    `),
  );
  expect(report.outcome.ranking).toEqual([[1], [2], [3], [0]]);
  expect(report.tables[0]?.rows.map(({ cells }) => cells)).toEqual([
    [null, '42', '42', '42'],
    ['58', null, '68', '68'],
    ['58', '32', null, '83'],
    ['58', '32', '17', null],
  ]);
});

test('CO02 CO03 a cycle elects nobody', () => {
  const report = count('3: A > B > C\n2: B > C > A\n2: C > A > B');
  expect(storyOf(report)).toBe(
    golden(`
      1 | A 1 B 1 C 1 | stop nobody-beats-all
      elected nobody, unfilled 1
    `),
  );
  expect(report.outcome.ranking).toEqual([[0, 1, 2]]);
});

test('CO02 a draw is not a victory', () => {
  expect(storyOf(count('2: A\n2: B'))).toContain('nobody-beats-all');
});

test('CO04 without a vote nobody is elected', () => {
  expect(storyOf(count('2:', { choices: ['A', 'B'] }))).toContain('stop no-votes');
  expect(storyOf(count('2:', { choices: ['A'] }))).toContain('elected nobody');
  expect(storyOf(count('2: A'))).toContain('elect A beats-all');
});

test('CO01 as the slow way says', () => {
  fc.assert(
    fc.property(arbitraryLooseBallots(everyMark), (loose) => {
      const { elected } = unwrap(condorcet.count(groupLoose(loose))).outcome;
      expect(elected[0]).toBe(condorcetWinnerOf(loose));
    }),
  );
});

test('CO01 anonymity and neutrality', () => {
  keepsAnonymity({ method: condorcet, ballots: everyMark });
  keepsNeutrality({ method: condorcet, ballots: everyMark });
});
