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
import { keepsAnonymity, keepsNeutrality, keepsVotes } from '../testing/method-laws.ts';
import { choicesOf } from '../testing/slow-pairs.ts';
import { golden, storyOf } from '../testing/story-of.ts';
import { twoRound } from './two-round.ts';

const story = (text: string, settings: CountSettings = {}, paper?: Parameters<typeof ballotsOf>[1]) =>
  storyOf(unwrap(twoRound.count(ballotsOf(text, paper), settings)));

const sameBallots = { options: { runoff: 'same-ballots' } };

test('TR02 Ghana 2012: a majority in the first round', () => {
  // Electoral Commission of Ghana, presidential election of December 2012.
  expect(
    story(`
      5574761: Mahama
      5248898: Akufo-Addo
      64362: Nduom
      38223: Lartey
      24617: Ayariga
      20323: Sakara
      15201: Yeboah
      8877: Odike
    `),
  ).toBe(
    golden(`
      1 | Mahama 5574761 Akufo-Addo 5248898 Nduom 64362 Lartey 38223 Ayariga 24617 Sakara 20323 Yeboah 15201 Odike 8877 | majority 5497631 | elect Mahama majority
      elected Mahama
    `),
  );
});

test('TR05 Ghana 2008: nobody has more than half, two go on', () => {
  // Electoral Commission of Ghana, first round of December 2008.
  const told = story(
    `
      4159439: Akufo-Addo
      4056634: Mills
      113494: Nduom
      73494: Mahama
      27889: Antwi
      19342: Yeboah
      8653: Ward-Brew
      6889: Adjei
    `,
    { options: { runoffTies: 'all' } },
  );
  expect(told).toContain('majority 4232917 | advance Akufo-Addo Mills most-votes stop runoff-needed');
  expect(told).toContain('runoff-needed, elected nobody, run-off Akufo-Addo Mills');
});

test('TR02 TR03 exactly half and one vote', () => {
  expect(story('51: A\n49: B')).toContain('majority 50 | elect A majority');
  expect(story('50: A\n50: B')).toContain('runoff-needed');
  const literal = { options: { majority: 'half-plus-one' } };
  expect(story('51: A\n50: B', literal)).toContain('quota 51.5 | advance A B most-votes stop runoff-needed');
  expect(story('52: A\n49: B', literal)).toContain('quota 51.5 | elect A majority');
  expect(story('51: A\n49: B', literal)).toContain('quota 51 | elect A majority');
});

test('TR04 half of all ballots cast', () => {
  const ballots = '6: A\n4: B\n2:';
  expect(story(ballots)).toContain('majority 5 | elect A majority');
  expect(story(ballots, { options: { base: 'cast' } })).toContain('majority 6 | advance A B');
});

test('TR05 TR06 equal votes for the second place', () => {
  const ballots = '4: A\n3: B\n3: C';
  expect(story(ballots)).toBe(
    golden(`
      1 | A 4 B 3 C 3 | majority 5 | stop lot-needed
      tie in 1 to advance: B C: open
      lot-needed, elected nobody, 1 of B C
    `),
  );
  expect(story(ballots, { options: { runoffTies: 'all' } })).toContain('run-off A B C');
});

test('TR01 TR07 the same ballots decide between the two, by hand', () => {
  expect(story('4: A > B\n3: B > A\n2: C > B\n1: D\n1: A = B', sameBallots)).toBe(
    golden(`
      1 | A 4 B 3 C 2 D 1 | overvote 1 | majority 5 | advance A B most-votes | C>B 2 D>ran-out 1
      2 | A 4 B 5 | overvote 1 ran-out 1 | elect B most-votes
      elected B
    `),
  );
});

test('TR07 an equal second round looks at the first, if the rules say so', () => {
  const ballots = '4: A\n3: B\n1: C > B';
  expect(story(ballots, sameBallots)).toContain('lot-needed');
  expect(story(ballots, { ...sameBallots, ties: [{ by: 'earlier-rounds', from: 'latest' }] })).toContain(
    'tie in 2 to elect: A B: A by earlier-rounds',
  );
});

test('TR08 alone, without votes, and undeclared write-ins', () => {
  const choices = ['A', 'B', { name: 'W', writeIn: 'undeclared' }] as const;
  expect(story('9: W\n2: A\n1: B', {}, { choices })).toContain('advance A B most-votes');
  expect(story('3: W\n1: A', {}, { choices: [choices[0], choices[2]] })).toContain('elect A last-standing');
  expect(story('3:', {}, { choices: ['A', 'B'] })).toContain('stop no-votes');
});

/** First choices by hand; undefined where a lot or another vote is needed. */
const slowWinner = ({ choices, ballots }: LooseBallots): number | undefined => {
  const all = choicesOf({ choices });
  const votesAmong = (left: readonly number[]) =>
    all.map((choice) =>
      ballots
        .filter(({ ranks }) => ranks.flat().find((c) => typeof c === 'number' && left.includes(c)) === choice)
        .reduce((sum, { weight }) => sum + weight, 0),
    );
  const first = votesAmong(all);
  const total = first.reduce((a, b) => a + b, 0);
  const winner = all.find((choice) => 2 * first[choice]! > total);
  if (winner !== undefined || total === 0) return winner;
  const order = [...all].sort((a, b) => first[b]! - first[a]!);
  if (order.length > 2 && first[order[1]!] === first[order[2]!]) return undefined;
  const [a, b] = [order[0]!, order[1]!];
  const second = votesAmong([a, b]);
  if (second[a] === second[b]) return undefined;
  return second[a]! > second[b]! ? a : b;
};

test('TR02 TR05 TR07 as the slow way says', () => {
  fc.assert(
    fc.property(arbitraryLooseBallots({ ballots: 15 }), (loose) => {
      const { elected } = unwrap(twoRound.count(groupLoose(loose), sameBallots)).outcome;
      expect(elected[0]).toBe(slowWinner(loose));
    }),
    { numRuns: 300 },
  );
});

test('TR07 monotonicity fails in the known example: more support can lose', () => {
  expect(story('39: A > B\n35: B > C\n26: C > A', sameBallots)).toContain('elected A');
  expect(story('49: A > B\n25: B > C\n26: C > A', sameBallots)).toContain('elected C');
});

test('TR01 anonymity, neutrality, conservation', () => {
  const every = { equalRanks: true, skippedRanks: true, overvotes: true, repeats: true };
  const laws = { method: twoRound, ballots: every, settings: sameBallots };
  keepsAnonymity(laws);
  keepsNeutrality(laws);
  keepsVotes(laws);
});
