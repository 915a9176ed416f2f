import { unwrap } from '@comitium/basics';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryLooseBallots, groupLoose } from '../../ballots/testing/arbitrary-ballots.ts';
import type { CountSettings } from '../counting-method.ts';
import { mixPapers } from '../stages/mix-papers.ts';
import { ballotsOf } from '../testing/ballots-of.ts';
import { countIrishSlowly } from '../testing/slow-irish.ts';
import { golden, storyOf } from '../testing/story-of.ts';
import { keepsStvLaws } from '../testing/stv-laws.ts';
import { irishStv } from './irish-stv.ts';

const story = (text: string, settings: CountSettings = {}, paper?: Parameters<typeof ballotsOf>[1]) =>
  storyOf(unwrap(irishStv.count(ballotsOf(text, paper), settings)));

test('IE01 IE03 IE05 IE08 IE10 IE11 three seats, worked by hand', () => {
  // Quota: 47 ÷ 4 = 11.75, so 12. A's surplus of 8 comes out of 16 transferable papers, all for B. B's six come out of the eight
  // just received, all for C.
  const board = '16: A > B > C\n4: A\n10: B > A\n7: C > D\n5: D > C\n3: D > E > B\n2: E > D';
  expect(story(board, { seats: 3 })).toBe(
    golden(`
      1 | A 20 B 10 C 7 D 8 E 2 | quota 12 | elect A quota surplus A 8 at papers | A>B 8
      2 | A 12 B 18 C 7 D 8 E 2 | quota 12 | elect B quota surplus B 6 at papers | B>C 6
      3 | A 12 B 12 C 13 D 8 E 2 | quota 12 | elect C quota
      elected A B C
    `),
  );
});

test('IE01 IE03 IE05 IE08 IE10 the food of a party, as encyclopedias tell it', () => {
  const party = `4: Orange\n2: Pear > Orange\n8: Chocolate > Strawberry\n4: Chocolate > Sweets\n1: Strawberry\n1: Sweets`;
  expect(story(party, { seats: 3 })).toBe(
    golden(`
      1 | Orange 4 Pear 2 Chocolate 12 Strawberry 1 Sweets 1 | quota 6 | elect Chocolate quota surplus Chocolate 6 at papers | Chocolate>Strawberry 4 Chocolate>Sweets 2
      2 | Orange 4 Pear 2 Chocolate 6 Strawberry 5 Sweets 3 | quota 6 | exclude Pear fewest-votes | Pear>Orange 2
      3 | Orange 6 Chocolate 6 Strawberry 5 Sweets 3 | quota 6 | elect Orange quota elect Strawberry most-votes
      elected Chocolate Orange Strawberry
    `),
  );
});

test('IE04 fewer transferable papers than surplus: all move, of the others what the quota does not need is set aside', () => {
  expect(story('12: A\n3: A > B\n6: B\n5: C\n4: D', { seats: 2 })).toContain(
    'quota 11 | elect A quota surplus A 4 at papers | A>B 3 A>ran-out 1',
  );
});

test('IE05 fractions: the largest go up, equal ones of the larger sub-parcel, worked by hand', () => {
  // Quota: 40 ÷ 3 = 13.3…, so 14. A's 6 of 20: B 9 × 6 ÷ 20 = 2.7, C 6 × 6 ÷ 20 = 1.8, D 5 × 6 ÷ 20 = 1.5: 2 + 1 + 1, and two more to the
  // fractions .8 and .7.
  expect(story('9: A > B\n6: A > C\n5: A > D\n8: B\n7: C\n5: D', { seats: 2 })).toContain(
    '| A>B 3 A>C 2 A>D 1',
  );
  // Surplus 6 of 20 papers again: 10 × 0.3 = 3, 5 × 0.3 = 1.5 twice; equal fractions of equal sub-parcels: the more original votes.
  const equal = '10: A > B\n5: A > C\n5: A > D\n8: B\n5: C\n7: D';
  expect(story(equal, { seats: 2 })).toContain('tie in 1 to order: C D: D by earlier-rounds');
  expect(story(equal.replace('7: D', '5: D').replace('8: B', '10: B'), { seats: 2 })).toContain('1 of C D');
});

test('IE05 those last filed move: other seeds draw other papers, one seed always the same', () => {
  const text = '10: A > B > C\n10: A > B > D\n10: B\n5: C\n5: D\n6: E';
  const told = Array.from({ length: 8 }, (_, seed) => story(text, { seats: 3, options: { seed } }));
  expect(new Set(told).size).toBeGreaterThan(1);
  expect(story(text, { seats: 3, options: { seed: 3 } })).toBe(told[3]);
});

test('IE02 mixing depends on the ballots and the seed alone', () => {
  const papers = (text: string, seed: number) =>
    unwrap(mixPapers(ballotsOf(text, { choices: ['A', 'B', 'C'] }), { seed, order: 'mixed' })).marks.join(
      ' ',
    );
  expect(papers('3: A\n2: B > C\n1: C', 7)).toBe(papers('1: C\n2: B > C\n3: A', 7));
  expect(papers('3: A\n2: B > C\n1: C', 7)).not.toBe(papers('3: A\n2: B > C\n1: C', 8));
  const half = { ...ballotsOf('1: A'), weightScale: 10 };
  expect(irishStv.count(half).ok).toBe(false);
});

test('IE06 equal surpluses by original votes, then the earliest difference, then by lot', () => {
  const equal = '8: A > C\n8: B > D\n2: C\n1: D\n1: E';
  const paper = { choices: ['A', 'B', 'C', 'D', 'E'] };
  expect(story(equal, { seats: 3 }, paper)).toContain('tie in 1 to surplus: A B: open');
  expect(story(equal, { seats: 3, ties: [{ by: 'lot', lots: [[1, 0]] }] }, paper)).toContain('surplus B 2');
});

test('IE06 of equal surpluses the one that arose first, though the other had more original votes', () => {
  // Quota 13. D's papers bring B from 9 to 14 in the second count, C's bring A from 10 to 14 in the third. B's one vote waited, as it
  // could change nothing; with A's one it could.
  const ballots = '10: A\n9: B\n4: C > A > F\n3: C\n5: D > B > E\n9: E\n9: F';
  const paper = { choices: ['A', 'B', 'C', 'D', 'E', 'F'] };
  expect(story(ballots, { seats: 3, options: { expenses: false } }, paper)).toContain(
    '3 | A 14 B 14 E 9 F 9 | ran-out 3 | quota 13 | elect A quota surplus B 1 at papers | B>E 1',
  );
});

test('IE07 a surplus that can change nothing waits', () => {
  // Quota 11. One vote too many for A cannot elect B, and leaves C below B.
  const told = story('12: A > C\n9: B\n5: C\n4: D', { seats: 2, options: { expenses: false } });
  expect(told).toContain('elect A quota surplus A 1');
  const waits = story('12: A > D\n9: B\n7: C\n4: D', { seats: 2, options: { expenses: false } });
  expect(waits).toContain('elect A quota exclude D fewest-votes');
});

test('IE07 IE09 nobody loses the chance of a quarter of the quota', () => {
  // Quota 22, a quarter 5.5. E, F and D have 9 and the surplus of 1, less than C; but D could come to 10 by the others.
  const ballots = '23: A > D\n18: B\n14: C\n5: D\n1: E > D\n3: F';
  expect(story(ballots, { seats: 2, options: { expenses: false } })).toContain(
    'exclude E F D cannot-catch-up',
  );
  expect(story(ballots, { seats: 2 })).toContain('elect A quota exclude E fewest-votes');
});

test('IE07 a surplus that can change nothing moves all the same where it is not to wait', () => {
  const options = { expenses: false, defer: false };
  expect(story('12: A > D\n9: B\n7: C\n4: D', { seats: 2, options })).toContain('surplus A 1');
});

test('IE08 equal lowest: fewer original votes goes, else a lot is wanted', () => {
  const options = { expenses: false };
  expect(story('9: A\n8: B\n5: C\n4: D\n1: E > D\n1: E', { options })).toContain(
    'tie in 2 to exclude: C D: D by earlier-rounds',
  );
  expect(story('9: A\n8: B\n5: C\n5: D', { options })).toContain('1 of C D');
});

test('IE10 the last vacancies as soon as nothing can change them', () => {
  // One too many, and C cannot catch up with B even with the surplus.
  expect(story('20: A\n12: B\n9: C', { seats: 2 })).toContain(
    '1 | A 20 B 12 C 9 | quota 14 | elect A quota surplus A 6',
  );
  expect(story('16: A\n13: B\n10: C', { seats: 2 })).toContain('elect A quota elect B most-votes');
  // For one vacancy B has more than C, D and the surplus together.
  expect(story('15: A\n13: B\n7: C\n4: D', { seats: 2 })).toContain('elect A quota elect B most-votes');
});

test('IE10 with expenses a last surplus moves for the sake of a quarter of the quota, worked by hand', () => {
  // Quota 10, a quarter 2.5. Both seats are filled at once, and two of A's six votes too many could bring D from 1 above a quarter.
  const ballots = '16: A > D\n11: B\n1: D\n1: C';
  expect(story(ballots, { seats: 2 })).toBe(
    golden(`
      1 | A 16 D 1 B 11 C 1 | quota 10 | elect A B quota surplus A 6 at papers | A>D 6
      2 | A 10 D 7 B 11 C 1 | quota 10
      elected A B
    `),
  );
  expect(story(ballots, { seats: 2, options: { expenses: false } })).not.toContain('surplus');
});

test('IE01 IE03 IE04 IE05 IE06 IE07 IE08 IE09 IE10 as the slow way says', () => {
  fc.assert(
    fc.property(
      arbitraryLooseBallots({ ballots: 24, most: 6 }),
      fc.record({
        seats: fc.integer({ min: 1, max: 4 }),
        seed: fc.nat({ max: 99 }),
        expenses: fc.boolean(),
        defer: fc.boolean(),
      }),
      (loose, { seats, ...options }) => {
        const ballots = groupLoose(loose);
        const slow = countIrishSlowly(unwrap(mixPapers(ballots, { ...options, order: 'mixed' })), {
          ...options,
          seats,
        });
        const report = unwrap(irishStv.count(ballots, { seats, options, ties: [{ by: 'ballot-order' }] }));
        expect(report.rounds.map(({ votes }) => votes.map((text) => Number(text ?? 0)))).toEqual(slow.counts);
        expect(report.outcome.elected).toEqual(slow.elected);
      },
    ),
    { numRuns: 500 },
  );
});

test('IE11 anonymity, conservation, seats', () => {
  keepsStvLaws(irishStv, {}, { mixes: true });
  keepsStvLaws(irishStv, { expenses: false, seed: 5 }, { mixes: true });
});
