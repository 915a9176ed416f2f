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
import { checkSeats, keepsAnonymity, keepsNeutrality, keepsVotes } from '../testing/method-laws.ts';
import { golden, storyOf } from '../testing/story-of.ts';
import { irv } from './irv.ts';

const story = (text: string, settings: CountSettings = {}, paper?: Parameters<typeof ballotsOf>[1]) =>
  storyOf(unwrap(irv.count(ballotsOf(text, paper), settings)));

// The usual example of textbooks: a capital for Tennessee.
const tennessee = `
  42: Memphis > Nashville > Chattanooga > Knoxville
  26: Nashville > Chattanooga > Knoxville > Memphis
  15: Chattanooga > Knoxville > Nashville > Memphis
  17: Knoxville > Chattanooga > Nashville > Memphis
`;

test('IR01 IR02 IR04 the capital of Tennessee, by hand', () => {
  expect(story(tennessee)).toBe(
    golden(`
      1 | Memphis 42 Nashville 26 Chattanooga 15 Knoxville 17 | majority 50 | exclude Chattanooga fewest-votes | Chattanooga>Knoxville 15
      2 | Memphis 42 Nashville 26 Knoxville 32 | majority 50 | exclude Nashville fewest-votes | Nashville>Knoxville 26
      3 | Memphis 42 Knoxville 58 | majority 50 | elect Knoxville majority
      elected Knoxville
    `),
  );
});

test('IR02 exactly half is no majority', () => {
  expect(story('5: A\n3: B > C\n2: C > B')).toBe(
    golden(`
      1 | A 5 B 3 C 2 | majority 5 | exclude C fewest-votes | C>B 2
      2 | A 5 B 5 | majority 5 | stop lot-needed
      tie in 2 to elect: A B: open
      lot-needed, elected nobody, 1 of A B
    `),
  );
  const drawn = story('5: A\n3: B > C\n2: C > B', { ties: [{ by: 'lot', lots: [[1, 0]] }] });
  expect(drawn).toContain('2 | A 5 B 5 | majority 5 | elect B most-votes\n');
});

test('IR02 a majority of the first round, which the votes that are left may not reach', () => {
  const options = { majorityOf: 'first-round' };
  expect(story('6: A\n5: B\n4: C\n1: C > B', { options })).toBe(
    golden(`
      1 | A 6 B 5 C 5 | majority 8 | stop lot-needed
      tie in 1 to exclude: B C: open
      lot-needed, elected nobody, 1 of B C
    `),
  );
  expect(story('7: A\n5: B\n4: C\n2: D > A', { options })).toBe(
    golden(`
      1 | A 7 B 5 C 4 D 2 | majority 9 | exclude D fewest-votes | D>A 2
      2 | A 9 B 5 C 4 | majority 9 | exclude C fewest-votes | C>ran-out 4
      3 | A 9 B 5 | ran-out 4 | majority 9 | elect A most-votes
      elected A
    `),
  );
});

test('IR03 the count goes on until two, or one, remain', () => {
  const ballots = '6: A > B\n3: B > A\n1: C > B';
  expect(story(ballots, { options: { stop: 'two-remain' } })).toBe(
    golden(`
      1 | A 6 B 3 C 1 | exclude C fewest-votes | C>B 1
      2 | A 6 B 4 | elect A most-votes
      elected A
    `),
  );
  expect(story(ballots, { options: { stop: 'one-remains' } })).toBe(
    golden(`
      1 | A 6 B 3 C 1 | exclude C fewest-votes | C>B 1
      2 | A 6 B 4 | exclude B fewest-votes | B>A 3 B>ran-out 1
      3 | A 9 | ran-out 1 | elect A last-standing
      elected A
    `),
  );
});

test('IR04 a tie for the fewest is broken as the rules say', () => {
  const settings: CountSettings = { ties: [{ by: 'earlier-rounds', from: 'latest' }] };
  expect(story('5: A\n4: B\n3: C\n1: D > C', settings)).toBe(
    golden(`
      1 | A 5 B 4 C 3 D 1 | majority 6.5 | exclude D fewest-votes | D>C 1
      2 | A 5 B 4 C 4 | majority 6.5 | exclude C fewest-votes | C>ran-out 4
      3 | A 5 B 4 | ran-out 4 | majority 4.5 | elect A majority
      tie in 2 to exclude: B C: C by earlier-rounds
      elected A
    `),
  );
});

test('IR05 those who cannot catch up together go at once', () => {
  const ballots = '40: A\n35: B\n3: C > B\n2: D > C\n1: E > A';
  expect(story(ballots, { options: { elimination: 'batch' } })).toBe(
    golden(`
      1 | A 40 B 35 C 3 D 2 E 1 | majority 40.5 | exclude E D C cannot-catch-up | E>A 1 D>ran-out 2 C>B 3
      2 | A 41 B 38 | ran-out 2 | majority 39.5 | elect A majority
      elected A
    `),
  );
});

test('IR05 two always remain, but for a majority of the first round', () => {
  const ballots = '8: A\n3: B\n2: C\n9: W';
  const choices = ['A', 'B', 'C', { name: 'W', writeIn: 'undeclared' }] as const;
  const last = (options: object) =>
    story(ballots, { options: { elimination: 'batch', ...options } }, { choices })
      .split('\n')
      .slice(1, 3);
  expect(last({ majorityOf: 'first-round' })).toEqual([
    '2 | A 8 B 3 C 2 | ran-out 9 | majority 11 | exclude C B cannot-catch-up | C>ran-out 2 B>ran-out 3',
    '3 | A 8 | ran-out 14 | majority 11 | elect A last-standing',
  ]);
  expect(last({ stop: 'two-remain' })[0]).toContain('exclude C fewest-votes');
});

test('IR05 together as many as the next is not fewer', () => {
  // C and D have 4 together, as many as B: only one by one.
  expect(
    story('9: A\n4: B\n2: C\n2: D > C', { options: { elimination: 'batch', stop: 'two-remain' } }),
  ).toContain('stop lot-needed');
});

test('IR06 IR07 IR08 write-ins, minimum and marking rules, each with its reason', () => {
  const choices = [
    'A',
    'B',
    'C',
    { name: 'W', writeIn: 'undeclared' },
    { name: 'X', withdrawn: true },
  ] as const;
  const ballots = '6: A\n5: X > B\n1: C > A\n2: W > A = B > A\n3: W > _ > B\n1: W > W > A\n1:';
  expect(
    story(
      ballots,
      { options: { minimumVotes: 2, skippedRanks: 'exhaust', repeats: 'exhaust' } },
      { choices },
    ),
  ).toBe(
    golden(`
      1 | A 6 B 5 C 1 W 6 | blank 1 | majority 9 minimum 2 | exclude W undeclared-write-in | W>overvote 2 W>skipped-ranks 3 W>repeat 1
      2 | A 6 B 5 C 1 | blank 1 overvote 2 skipped-ranks 3 repeat 1 | majority 6 minimum 2 | exclude C below-minimum | C>A 1
      3 | A 7 B 5 | blank 1 overvote 2 skipped-ranks 3 repeat 1 | majority 6 | elect A majority
      elected A
    `),
  );
});

test('IR06 undeclared write-ins without votes wait for the next exclusion, and then go without a tie', () => {
  const choices = ['A', 'B', 'C', { name: 'W', writeIn: 'undeclared' }] as const;
  expect(story('6: A\n2: B\n1: C', {}, { choices })).toContain(
    '1 | A 6 B 2 C 1 W 0 | majority 4.5 | elect A',
  );
  expect(story('3: A\n2: B > A', {}, { choices })).toContain('elect A majority');
  expect(story('3: A\n3: B\n1: W > B', {}, { choices })).toContain(
    '1 | A 3 B 3 C 0 W 1 | majority 3.5 | exclude W',
  );
  expect(story('3: A\n3: B', { options: { stop: 'two-remain' } }, { choices })).toContain(
    '1 | A 3 B 3 C 0 W 0 | exclude W undeclared-write-in\n2 | A 3 B 3 C 0 | exclude C fewest-votes',
  );
});

test('IR07 the minimum is asked when nobody has won, and of first preferences alone', () => {
  expect(story('5: A\n2: B\n1: C', { options: { minimumVotes: 2 } })).toContain(
    '1 | A 5 B 2 C 1 | majority 4 minimum 2 | elect A',
  );
  // Nobody has 9 at first; that A has them later excludes nobody.
  expect(
    story('8: A\n7: B\n6: C\n2: D > A', { options: { minimumVotes: 9, stop: 'one-remains' } }),
  ).toContain('2 | A 10 B 7 C 6 | exclude C fewest-votes');
});

test('IR11 an overvote ends the ballot only while several of its choices are in the count', () => {
  const ballots = '5: A\n4: B\n3: C\n1: D > A = D > B\n1: D > C = B\n1: A = B\n1: D > ! > A';
  expect(story(ballots, { options: { overvotes: 'exhaust-if-several' } })).toBe(
    golden(`
      1 | A 5 B 4 C 3 D 3 | overvote 1 | majority 7.5 | stop lot-needed
      tie in 1 to exclude: C D: open
      lot-needed, elected nobody, 1 of C D
    `),
  );
  const lot = [{ by: 'lot', lots: [[2, 3]] }] as const;
  expect(story(ballots, { options: { overvotes: 'exhaust-if-several' }, ties: lot })).toBe(
    golden(`
      1 | A 5 B 4 C 3 D 3 | overvote 1 | majority 7.5 | exclude D fewest-votes | D>A 1 D>overvote 2
      2 | A 6 B 4 C 3 | overvote 3 | majority 6.5 | exclude C fewest-votes | C>ran-out 3
      3 | A 6 B 4 | overvote 3 ran-out 3 | majority 5 | elect A majority
      tie in 1 to exclude: C D: D by lot
      elected A
    `),
  );
});

/** Each ballot's choice by the rule, rank by rank; a ballot that has ended does not come back. */
const slowOvervotes = ({ choices, ballots }: LooseBallots, out: ReadonlySet<number>, ended: Set<number>) => {
  const votes = Array.from({ length: choices }, () => 0);
  for (const [i, { ranks, weight }] of ballots.entries()) {
    const lefts = ranks.map((rank) =>
      rank === 'overvote' ? rank : rank.filter((choice) => !out.has(choice)),
    );
    const first = lefts.find((left) => left.length > 0);
    if (first === undefined || first === 'overvote' || first.length > 1) ended.add(i);
    else if (!ended.has(i)) votes[first[0]!]! += weight;
  }
  return votes;
};

test('IR11 as the slow way says, round by round', () => {
  const options = { overvotes: 'exhaust-if-several', stop: 'one-remains' };
  fc.assert(
    fc.property(arbitraryLooseBallots({ equalRanks: true, overvotes: true, repeats: true }), (loose) => {
      const report = unwrap(irv.count(groupLoose(loose), { options, ties: [{ by: 'ballot-order' }] }));
      const out = new Set<number>();
      const ended = new Set<number>();
      for (const round of report.rounds) {
        const votes = slowOvervotes(loose, out, ended);
        expect(round.votes.map((held) => Number(held ?? 0))).toEqual(votes);
        for (const action of round.actions)
          if (action.kind === 'exclude') for (const choice of action.choices) out.add(choice);
      }
    }),
  );
  keepsVotes({ method: irv, ballots: { equalRanks: true, repeats: true }, settings: { options } });
});

test('IR10 without a vote in the count nobody is elected', () => {
  expect(story('2:', {}, { choices: ['A', 'B'] })).toBe(
    golden(`
      1 | A 0 B 0 | blank 2 | majority 0 | stop no-votes
      elected nobody, unfilled 1
    `),
  );
});

/** The obvious way: strip the ballots of whoever is out, count again. null where a tie needs a lot. */
const slowWinner = ({ choices, ballots }: LooseBallots): number | null | undefined => {
  const out = new Set<number>();
  for (;;) {
    const left = Array.from({ length: choices }, (_, choice) => choice).filter((choice) => !out.has(choice));
    const firsts = ballots.map(({ ranks }) =>
      ranks.flat().find((choice) => typeof choice === 'number' && !out.has(choice)),
    );
    const votes = left.map((choice) =>
      ballots.reduce((sum, { weight }, i) => sum + (firsts[i] === choice ? weight : 0), 0),
    );
    const total = votes.reduce((a, b) => a + b, 0);
    if (total === 0) return undefined;
    const winner = left.find((_, i) => 2 * votes[i]! > total);
    if (winner !== undefined) return winner;
    const fewest = left.filter((_, i) => votes[i] === Math.min(...votes));
    if (fewest.length > 1) return null;
    out.add(fewest[0]!);
  }
};

test('IR01 IR02 IR04 as the slow way says', () => {
  fc.assert(
    fc.property(arbitraryLooseBallots({ ballots: 20 }), (loose) => {
      const report = unwrap(irv.count(groupLoose(loose)));
      checkSeats(report);
      const { outcome } = report;
      const winner = outcome.state === 'lot-needed' ? null : outcome.elected[0];
      expect(winner).toBe(slowWinner(loose));
    }),
    { numRuns: 500 },
  );
});

test('IR05 batches do not change who wins', () => {
  fc.assert(
    fc.property(arbitraryLooseBallots({ ballots: 20 }), (loose) => {
      const single = unwrap(irv.count(groupLoose(loose))).outcome;
      const batch = unwrap(irv.count(groupLoose(loose), { options: { elimination: 'batch' } })).outcome;
      if (single.state === 'decided') expect(batch.elected).toEqual(single.elected);
    }),
  );
});

test('IR02 monotonicity fails in the known example: more support can lose', () => {
  const before = '39: A > B\n35: B > C\n26: C > A';
  const after = '49: A > B\n25: B > C\n26: C > A';
  expect(story(before)).toContain('elected A');
  expect(story(after)).toContain('elected C');
});

test('IR09 anonymity, neutrality, conservation', () => {
  const every = { equalRanks: true, skippedRanks: true, overvotes: true, repeats: true };
  const laws = { method: irv, ballots: every, settings: { ties: [{ by: 'ballot-order' }] } } as const;
  keepsAnonymity(laws);
  keepsNeutrality(laws);
  keepsVotes(laws);
  keepsVotes({ ...laws, settings: { options: { elimination: 'batch', stop: 'one-remains' } } });
});
