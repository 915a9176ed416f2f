import { unwrap } from '@comitium/basics';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryLooseBallots, groupLoose } from '../../ballots/testing/arbitrary-ballots.ts';
import type { CountSettings } from '../counting-method.ts';
import { ballotsOf } from '../testing/ballots-of.ts';
import { countErs97Slowly } from '../testing/slow-ers97.ts';
import { golden, storyOf } from '../testing/story-of.ts';
import { keepsStvLaws } from '../testing/stv-laws.ts';
import { unitsOf } from '../testing/votes-of.ts';
import { ers97 } from './ers97.ts';

const story = (text: string, settings: CountSettings = {}, paper?: Parameters<typeof ballotsOf>[1]) =>
  storyOf(unwrap(ers97.count(ballotsOf(text, paper), settings)));

const board = '16: A > B > C\n4: A\n10: B > A\n7: C > D\n5: D > C\n3: D > E > B\n2: E > D';

test('ER01 ER04 ER05 ER06 ER10 ER11 two of five, worked by hand', () => {
  // Quota: 47 ÷ 3 = 15.666…, so 15.67. A's surplus of 4.33 is less than the 5 between E and C: it waits, and E goes, as 2 + 4.33 ≤ 7.
  // Then C and B differ by 3 (7 and 10): it moves, 4.33 ÷ 16 papers = 0.27.
  expect(story(board, { seats: 2 })).toBe(
    golden(`
      1 | A 20.00 B 10.00 C 7.00 D 8.00 E 2.00 | quota 15.67 | elect A quota exclude E fewest-votes | E>D 2.00
      2 | A 20.00 B 10.00 C 7.00 D 10.00 | quota 15.67 | surplus A 4.33 at 0.27 | A>B 4.32 A>rounding 0.01
      3 | A 15.67 B 14.32 C 7.00 D 10.00 | rounding 0.01 | quota 15.67 | exclude C fewest-votes | C>D 7.00
      4 | A 15.67 B 14.32 D 17.00 | rounding 0.01 | quota 15.67 | elect D quota
      elected A D
    `),
  );
});

test('ER01 an exact division is the quota', () => {
  expect(story('3: A\n2: B\n1: C', { seats: 1 })).toContain('quota 3.00 | elect A quota');
});

test('ER05 a later surplus comes out of the batch last received', () => {
  // Quota 11.75. B is lifted by 16 papers of A at 0.51 and has 6.41 too much: 0.40 for each of those 16, none of B's own ten.
  expect(story(board, { seats: 3 })).toBe(
    golden(`
      1 | A 20.00 B 10.00 C 7.00 D 8.00 E 2.00 | quota 11.75 | elect A quota surplus A 8.25 at 0.51 | A>B 8.16 A>rounding 0.09
      2 | A 11.75 B 18.16 C 7.00 D 8.00 E 2.00 | rounding 0.09 | quota 11.75 | elect B quota surplus B 6.41 at 0.40 | B>C 6.40 B>rounding 0.01
      3 | A 11.75 B 11.75 C 13.40 D 8.00 E 2.00 | rounding 0.10 | quota 11.75 | elect C quota
      elected A B C
    `),
  );
});

test('ER05 few transferable papers keep their value, the rest of the surplus is not transferable', () => {
  expect(story('9: A\n1: A > B\n5: B\n3: C\n2: D', { seats: 2 })).toContain(
    'surplus A 3.33 at 1.00 | A>B 1.00 A>ran-out 2.33',
  );
});

test('ER02 ER03 ER06 ER08 nobody elected yet: the quota sinks with what names nobody else, worked by hand', () => {
  // D and F have 2, no more than C. Then C and E have 5, no more than B with 6. F and E name nobody else: 19 ÷ 2, then 16 ÷ 2. At last A
  // and B are equal for one place, and A had more in the first stage.
  expect(story('8: A\n5: B\n2: C > B\n1: D > B\n3: E > F\n1: F')).toBe(
    golden(`
      1 | A 8.00 B 5.00 C 2.00 D 1.00 E 3.00 F 1.00 | quota 10.00 | exclude D F cannot-catch-up | D>B 1.00 F>ran-out 1.00
      2 | A 8.00 B 6.00 C 2.00 E 3.00 | ran-out 1.00 | quota 9.50 | exclude C E cannot-catch-up | C>B 2.00 E>ran-out 3.00
      3 | A 8.00 B 8.00 | ran-out 4.00 | quota 8.00 | elect A quota
      tie in 3 to elect: A B: A by earlier-rounds
      elected A
    `),
  );
});

test('ER03 equals who never differed are not elected, and a lot is wanted for whom to exclude', () => {
  expect(story('4: A\n4: B')).toContain('tie in 1 to exclude: A B: open');
});

test('ER03 of three equals for two places the one who once differed is elected, and no lot about the others', () => {
  // Quota 10. D and E have 7, no more than B and C. All three come to 10 in one batch; A had more before, B and C never differed.
  const ballots = '9: A\n7: B\n7: C\n3: D > B\n1: E > A\n3: E > C';
  expect(story(ballots, { seats: 2 })).toBe(
    golden(`
      1 | A 9.00 B 7.00 C 7.00 D 3.00 E 4.00 | quota 10.00 | exclude D E cannot-catch-up | D>B 3.00 E>A 1.00 E>C 3.00
      2 | A 10.00 B 10.00 C 10.00 | quota 10.00 | elect A quota stop lot-needed
      tie in 2 to elect: A B C: A by earlier-rounds
      tie in 2 to exclude: B C: open
      lot-needed, elected A, 1 of B C
    `),
  );
});

test('ER02 ER07 batches of the excluded move by value, and the active vote elects, worked by hand', () => {
  // Quota 16. A's 4 ÷ 20 = 0.20. C's own seven name nobody; 12 are left to move at 0.20. B's 12 are less than (12 + 10.6 + 2.4) ÷ 2;
  // D's 13 afterwards are not.
  expect(story('12: A > C > D\n8: A > D\n12: B\n9: D\n7: C', { seats: 2 })).toBe(
    golden(`
      1 | A 20.00 C 7.00 D 9.00 B 12.00 | quota 16.00 | elect A quota surplus A 4.00 at 0.20 | A>C 2.40 A>D 1.60
      2 | A 16.00 C 9.40 D 10.60 B 12.00 | quota 16.00 | exclude C fewest-votes | C>ran-out 7.00
      3 | A 16.00 C 2.40 D 10.60 B 12.00 | ran-out 7.00 | quota 16.00 | C>D 2.40
      4 | A 16.00 D 13.00 B 12.00 | ran-out 7.00 | quota 16.00 | elect D active-vote
      elected A D
    `),
  );
});

test('ER06 who has no votes takes one of the lowest along', () => {
  // F has nothing, and C's or D's 5 do not exceed the other's. With the paper's order D is the last.
  const ballots = '9: A > F\n8: B\n5: C\n5: D';
  const told = (ties: CountSettings['ties']) => story(ballots, { ties });
  expect(told([{ by: 'ballot-order' }])).toContain('exclude F D cannot-catch-up');
  expect(told([])).toContain('1 of C D');
  expect(story('9: A > F\n5: C\n5: D', { seats: 2 })).toContain('exclude F');
});

test('ER09 equal fewest votes: the earliest point at which they differed', () => {
  expect(story('9: A\n8: B\n5: C\n4: D\n1: E > D\n1: E')).toContain(
    'tie in 2 to exclude: C D: D by earlier-rounds',
  );
});

test('ER01 ER02 ER03 ER04 ER05 ER06 ER07 ER08 ER09 ER10 as the slow way says, to the last hundredth', () => {
  fc.assert(
    fc.property(
      arbitraryLooseBallots({ ballots: 24, most: 6 }),
      fc.integer({ min: 1, max: 4 }),
      (loose, seats) => {
        const slow = countErs97Slowly(loose, seats);
        const report = unwrap(ers97.count(groupLoose(loose), { seats, ties: [{ by: 'ballot-order' }] }));
        expect(unitsOf(report)).toEqual(slow.points.map((votes) => votes.map(BigInt)));
        expect(report.outcome.elected).toEqual(slow.elected);
      },
    ),
    { numRuns: 500 },
  );
});

test('ER11 anonymity, neutrality, conservation, seats', () => {
  keepsStvLaws(ers97);
});
