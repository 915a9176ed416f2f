import { unwrap } from '@comitium/basics';
import { expect, test } from 'vitest';
import type { CountSettings } from '../counting-method.ts';
import { ballotsOf } from '../testing/ballots-of.ts';
import { keepsAnonymity, keepsNeutrality, keepsVotes } from '../testing/method-laws.ts';
import { rewardsVoting, staysWhenRaised } from '../testing/slow-pairs.ts';
import { golden, storyOf } from '../testing/story-of.ts';
import { plurality } from './plurality.ts';

const story = (text: string, settings: CountSettings = {}, choices?: Parameters<typeof ballotsOf>[1]) =>
  storyOf(unwrap(plurality.count(ballotsOf(text, choices), settings)));

test('FP01 most first preferences win', () => {
  expect(story('42: Memphis > Nashville\n26: Nashville\n15: Chattanooga\n17: Knoxville')).toBe(
    golden(`
      1 | Memphis 42 Nashville 26 Chattanooga 15 Knoxville 17 | elect Memphis most-votes
      elected Memphis
    `),
  );
});

test('FP02 overvotes and blanks are no votes', () => {
  const ballots = '3: A\n2: A = B\n1:\n1: B = C > A\n1: _ > B';
  expect(story(ballots)).toBe(
    golden(`
      1 | A 3 B 1 C 0 | blank 1 overvote 3 | elect A most-votes
      elected A
    `),
  );
  expect(story(ballots, { options: { overvotes: 'skip' } })).toBe(
    golden(`
      1 | A 4 B 1 C 0 | blank 1 ran-out 2 | elect A most-votes
      elected A
    `),
  );
});

test('FP03 undeclared write-ins are counted and cannot win', () => {
  const choices = [{ name: 'W', writeIn: 'undeclared' }, 'A', { name: 'X', withdrawn: true }] as const;
  expect(story('9: W\n2: A\n4: X > A', {}, { choices })).toBe(
    golden(`
      1 | W 9 A 6 | elect A most-votes
      elected A
    `),
  );
});

test('FP04 equal votes are a tie, open or by lot', () => {
  expect(story('2: A\n2: B\n1: C')).toBe(
    golden(`
      1 | A 2 B 2 C 1 | stop lot-needed
      tie in 1 to elect: A B: open
      lot-needed, elected nobody, 1 of A B
    `),
  );
  expect(story('2: A\n2: B\n1: C', { ties: [{ by: 'lot', lots: [[1, 0]] }] })).toBe(
    golden(`
      1 | A 2 B 2 C 1 | elect B most-votes
      tie in 1 to elect: A B: B by lot
      elected B
    `),
  );
});

test('FP05 without a vote nobody is elected', () => {
  expect(story('3:', {}, { choices: ['A', 'B'] })).toBe(
    golden(`
      1 | A 0 B 0 | blank 3 | stop no-votes
      elected nobody, unfilled 1
    `),
  );
});

test('FP01 anonymity, neutrality, conservation', () => {
  const laws = { method: plurality, ballots: { equalRanks: true, skippedRanks: true, overvotes: true } };
  keepsAnonymity(laws);
  keepsNeutrality(laws);
  keepsVotes(laws);
});

test('FP01 participation and monotonicity', () => {
  rewardsVoting(plurality);
  staysWhenRaised(plurality);
});
