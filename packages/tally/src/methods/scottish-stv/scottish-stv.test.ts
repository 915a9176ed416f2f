import { unwrap } from '@comitium/basics';
import { expect, test } from 'vitest';
import type { CountSettings } from '../counting-method.ts';
import { ballotsOf } from '../testing/ballots-of.ts';
import { countsAsSlowly, type SlowCount } from '../testing/counts-as-slowly.ts';
import { countSlowly, latestThenPaper } from '../testing/slow-weighted.ts';
import { golden, storyOf } from '../testing/story-of.ts';
import { keepsStvLaws } from '../testing/stv-laws.ts';
import { scottishStv } from './scottish-stv.ts';

const story = (text: string, settings: CountSettings = {}, paper?: Parameters<typeof ballotsOf>[1]) =>
  storyOf(unwrap(scottishStv.count(ballotsOf(text, paper), settings)));

const ward = `
  16: A > B > C
  4: A
  10: B > A
  7: C > D
  5: D > C
  3: D > E > B
  2: E > D
`;

test('SV01 SV02 SV03 SV05 SV08 three of five, worked by hand', () => {
  // Quota: 47 ÷ 4 = 11.75, so 12. A's surplus: 8 ÷ 20 = 0.4 a paper. B's: 4.4 ÷ 16.4 = 0.268292…, so 0.26829 for papers of one, and
  // 4.4 × 0.4 ÷ 16.4 = 0.107317…, so 0.10731 for those from A: 16 × 0.10731 = 1.71696. The ten of its own name only A: 2.6829.
  expect(story(ward, { seats: 3 })).toBe(
    golden(`
      1 | A 20.00000 B 10.00000 C 7.00000 D 8.00000 E 2.00000 | quota 12.00000 | elect A quota surplus A 8.00000 at 0.40000 | A>B 6.40000 A>ran-out 1.60000
      2 | A 12.00000 B 16.40000 C 7.00000 D 8.00000 E 2.00000 | ran-out 1.60000 | quota 12.00000 | elect B quota surplus B 4.40000 at 0.26829 | B>C 1.71696 B>ran-out 2.68290 B>rounding 0.00014
      3 | A 12.00000 B 12.00000 C 8.71696 D 8.00000 E 2.00000 | ran-out 4.28290 rounding 0.00014 | quota 12.00000 | exclude E fewest-votes | E>D 2.00000
      4 | A 12.00000 B 12.00000 C 8.71696 D 10.00000 | ran-out 4.28290 rounding 0.00014 | quota 12.00000 | exclude C fewest-votes elect D last-standing
      elected A B D
    `),
  );
});

test('SV01 SV02 SV03 SV05 SV07 the food of a party, as encyclopedias tell it', () => {
  const party = `4: Orange\n2: Pear > Orange\n8: Chocolate > Strawberry\n4: Chocolate > Sweets\n1: Strawberry\n1: Sweets`;
  expect(story(party, { seats: 3 })).toBe(
    golden(`
      1 | Orange 4.00000 Pear 2.00000 Chocolate 12.00000 Strawberry 1.00000 Sweets 1.00000 | quota 6.00000 | elect Chocolate quota surplus Chocolate 6.00000 at 0.50000 | Chocolate>Strawberry 4.00000 Chocolate>Sweets 2.00000
      2 | Orange 4.00000 Pear 2.00000 Chocolate 6.00000 Strawberry 5.00000 Sweets 3.00000 | quota 6.00000 | exclude Pear fewest-votes | Pear>Orange 2.00000
      3 | Orange 6.00000 Chocolate 6.00000 Strawberry 5.00000 Sweets 3.00000 | quota 6.00000 | elect Orange quota exclude Sweets fewest-votes elect Strawberry last-standing
      elected Chocolate Orange Strawberry
    `),
  );
});

test('SV07 nothing moves once as many continue as places remain', () => {
  const told = story(ward, { seats: 3 });
  expect(told).not.toContain('C>D');
});

test('SV04 equal surpluses that never differed: a lot is wanted', () => {
  // Quota: 20 ÷ 4 = 5, so 6.
  const equal = '8: A > C\n8: B > D\n2: C\n1: D\n1: E';
  const paper = { choices: ['A', 'B', 'C', 'D', 'E'] };
  expect(story(equal, { seats: 3 }, paper)).toBe(
    golden(`
      1 | A 8.00000 B 8.00000 C 2.00000 D 1.00000 E 1.00000 | quota 6.00000 | elect A B quota stop lot-needed
      tie in 1 to surplus: A B: open
      lot-needed, elected A B, 1 of A B
    `),
  );
  const settled = story(equal, { seats: 3, ties: [{ by: 'lot', lots: [[1, 0]] }] }, paper);
  expect(settled).toContain('surplus B 2.00000 at 0.25000');
});

test('SV04 SV10 the stage before tells equal surpluses apart, whatever else is given', () => {
  // Quota 10. C's surplus lifts B from 6 to the 14 that A has from the start.
  const ballots = '16: C > B\n4: C > D\n14: A\n6: B\n3: D\n2: E';
  const told = story(ballots, { seats: 4, ties: [{ by: 'lot', lots: [[1, 2]] }] });
  expect(told).toContain(
    '2 | C 10.00000 B 14.00000 D 5.00000 A 14.00000 E 2.00000 | quota 10.00000 | elect B quota surplus A',
  );
  expect(told).toContain('tie in 2 to surplus: B A: A by earlier-rounds');
});

test('SV06 equal fewest votes: who had fewer at the latest earlier stage goes, else a lot is wanted', () => {
  // E's paper brings D to the five that C has from the start.
  expect(story('11: A\n9: B\n5: C\n4: D\n1: E > D')).toContain(
    'tie in 2 to exclude: C D: D by earlier-rounds',
  );
  expect(story('11: A\n9: B\n5: C\n5: D')).toContain('lot-needed, elected nobody, 1 of C D');
});

test('SV08 a spoiled ranking is non-transferable with its reason; the withdrawn are passed over', () => {
  const choices = ['A', 'B', 'C', { name: 'X', withdrawn: true }] as const;
  expect(story('6: X > A > B = C > B\n2: B\n1: C > X > B\n1:', { seats: 2 }, { choices })).toBe(
    golden(`
      1 | A 6.00000 B 2.00000 C 1.00000 | blank 1.00000 | quota 4.00000 | elect A quota surplus A 2.00000 at 0.33333 | A>overvote 1.99998 A>rounding 0.00002
      2 | A 4.00000 B 2.00000 C 1.00000 | blank 1.00000 overvote 1.99998 rounding 0.00002 | quota 4.00000 | exclude C fewest-votes elect B last-standing
      elected A B
    `),
  );
});

test('SV08 preferences count only in consecutive order', () => {
  const told = story('6: A > _ > B\n2: B\n1: C', { seats: 2 }, { choices: ['A', 'B', 'C'] });
  expect(told).toContain('A>skipped-ranks 1.99998');
});

test('SV09 as many choices as places, or fewer', () => {
  expect(story('3: A\n1: B', { seats: 3 })).toBe(
    golden(`
      1 | A 3.00000 B 1.00000 | quota 2.00000 | elect A quota elect B last-standing
      elected A B, unfilled 1
    `),
  );
});

test('SV08 more votes than can be counted exactly are refused', () => {
  const many = scottishStv.count(ballotsOf('90071992547409: A\n2: B'), { seats: 1 });
  expect(many.ok ? [] : many.error.map(({ code }) => code)).toEqual(['ballots_unsupported']);
});

test('SV01 SV03 SV05 SV07 as the slow way says, to the last digit', () => {
  const slowly: SlowCount = (loose, seats) =>
    countSlowly(loose, {
      seats,
      unit: 100_000n,
      quota: (valid) => (valid / BigInt(seats + 1) + 1n) * 100_000n,
      newValue: (value, surplus, votes) => (value * surplus) / votes,
      chooseTied: latestThenPaper,
    });
  countsAsSlowly(scottishStv, slowly, { runs: 400 });
});

test('SV08 anonymity, neutrality, conservation, seats', () => {
  keepsStvLaws(scottishStv);
});
