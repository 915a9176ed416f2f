import { unwrap } from '@comitium/basics';
import { expect, test } from 'vitest';
import type { CountSettings } from '../counting-method.ts';
import { ballotsOf } from '../testing/ballots-of.ts';
import { countsAsSlowly, type SlowCount } from '../testing/counts-as-slowly.ts';
import { countSlowly, hopelessSlowly } from '../testing/slow-weighted.ts';
import { golden, storyOf } from '../testing/story-of.ts';
import { keepsStvLaws } from '../testing/stv-laws.ts';
import { minneapolisStv } from './minneapolis-stv.ts';

const story = (text: string, settings: CountSettings = {}, paper?: Parameters<typeof ballotsOf>[1]) =>
  storyOf(unwrap(minneapolisStv.count(ballotsOf(text, paper), settings)));

const board = '16: A > B > C\n4: A\n10: B > A\n7: C > D\n5: D > C\n3: D > E > B\n2: E > D\n1:';

test('MP01 MP02 MP03 MP04 MP07 MP09 three of five, worked by hand', () => {
  // Threshold: 47 ÷ 4 + 1 = 12; of all 48 ballots 13. B's fraction: 4.4 ÷ 16.4 = 0.26829…, cut to 0.2682; for the papers that came
  // at 0.4: 0.10728, cut to 0.1072, and 16 × 0.1072 = 1.7152.
  expect(story(board, { seats: 3 })).toBe(
    golden(`
      1 | A 20.0000 B 10.0000 C 7.0000 D 8.0000 E 2.0000 | blank 1.0000 | quota 12.0000 maximum-quota 13.0000 | elect A quota surplus A 8.0000 at 0.4000 | A>B 6.4000 A>ran-out 1.6000
      2 | A 12.0000 B 16.4000 C 7.0000 D 8.0000 E 2.0000 | blank 1.0000 ran-out 1.6000 | quota 12.0000 | exclude E cannot-catch-up | E>D 2.0000
      3 | A 12.0000 B 16.4000 C 7.0000 D 10.0000 | blank 1.0000 ran-out 1.6000 | quota 12.0000 | elect B quota surplus B 4.4000 at 0.2682 | B>C 1.7152 B>ran-out 2.6820 B>rounding 0.0028
      4 | A 12.0000 B 12.0000 C 8.7152 D 10.0000 | blank 1.0000 ran-out 4.2820 rounding 0.0028 | quota 12.0000 | exclude C cannot-catch-up elect D last-standing
      elected A B D
    `),
  );
});

test('MP02 whoever has the threshold is elected at its transfer and receives until then', () => {
  // Threshold 6. A's surplus of 6 goes to B, who has reached the threshold but is not yet elected.
  const ballots = '12: A > B > C\n6: B\n2: C\n1: D\n1: E';
  const paper = { choices: ['A', 'B', 'C', 'D', 'E'] };
  const settings: CountSettings = { seats: 3, ties: [{ by: 'ballot-order' }] };
  expect(story(ballots, settings, paper)).toContain('elect A quota surplus A 6.0000 at 0.5000 | A>B 6.0000');
  expect(story(ballots, { ...settings, options: { winners: 'all' } }, paper)).toContain('A>C 6.0000');
});

test('MP02 as many with the threshold as seats end the count at once', () => {
  expect(story('9: A > B\n8: B\n2: C\n1: D', { seats: 2 })).toBe(
    golden(`
      1 | A 9.0000 B 8.0000 C 2.0000 D 1.0000 | quota 7.0000 maximum-quota 7.0000 | elect A B quota
      elected A B
    `),
  );
});

test('MP03 cannot equal, and as of 2009 cannot surpass', () => {
  // C and D together have what B has.
  const ballots = '7: A\n4: B\n3: C\n1: D > C';
  expect(story(ballots)).toContain('exclude D cannot-catch-up');
  expect(story(ballots, { options: { ordinance: '2009' } })).toContain('exclude D C cannot-catch-up');
});

test('MP05 MP06 the fewest go, and a tie is for a lot though an earlier round differs', () => {
  // E's paper brings D to the five that C has from the start.
  const ballots = '11: A\n9: B\n5: C\n4: D\n1: E > D';
  const told = story(ballots, { ties: [{ by: 'earlier-rounds', from: 'latest' }] });
  expect(told).toContain('tie in 2 to exclude: C D: open');
  expect(story(ballots, { ties: [{ by: 'lot', lots: [[3, 2]] }] })).toContain('exclude C fewest-votes');
});

test('MP07 the votes of the last defeated stay, and as of 2009 move', () => {
  const ballots = '6: A\n5: B\n4: C > B';
  expect(story(ballots, { seats: 2 })).toContain('exclude C cannot-catch-up elect A B last-standing');
  expect(story(ballots, { seats: 2, options: { ordinance: '2009' } })).toContain('C>B 4.0000');
});

test('MP08 undeclared write-ins count for the threshold and are defeated first of all, worked by hand', () => {
  // Threshold: 41 ÷ 3 + 1 = 14, with W's five votes. C with those five would have 6, less than D: both go together.
  const choices = ['A', 'B', 'D', 'C', { name: 'W', writeIn: 'undeclared' }] as const;
  expect(story('12: A\n12: B\n11: D\n1: C > W > A\n3: W > B\n2: W', { seats: 2 }, { choices })).toBe(
    golden(`
      1 | A 12.0000 B 12.0000 D 11.0000 C 1.0000 W 5.0000 | quota 14.0000 maximum-quota 14.0000 | exclude W undeclared-write-in exclude C cannot-catch-up | W>B 3.0000 W>ran-out 2.0000 C>A 1.0000
      2 | A 13.0000 B 15.0000 D 11.0000 | ran-out 2.0000 | quota 14.0000 | exclude D cannot-catch-up elect B A last-standing
      elected B A
    `),
  );
  expect(story('9: W > A\n3: B', {}, { choices: ['A', 'B', choices[4]] })).toContain('elected A');
});

test('MP01 Park and Recreation Board 2013: the published first choices and threshold', () => {
  const firsts = { Erwin: 14678, Young: 9294, Forney: 7856, Nordyke: 6511, Stone: 5357, Yonis: 3762 };
  const others = { Barland: 3705, McPherson: 3373, Israel: 3305, Hill: 1280, Undeclared: 342 };
  const names = Object.keys({ ...firsts, ...others });
  const choices = names.map(
    (name) => ({ name, writeIn: name === 'Undeclared' ? 'undeclared' : 'no' }) as const,
  );
  const lines = Object.entries({ ...firsts, ...others }).map(([name, votes]) => `${votes}: ${name}`);
  const told = story(lines.join('\n'), { seats: 3 }, { choices });
  expect(told).toContain('quota 14866.0000');
  expect(told).toContain('exclude Undeclared undeclared-write-in exclude Hill cannot-catch-up');
});

const readings = ['2013', '2009'].flatMap((ordinance) =>
  ['one', 'all'].map((winners) => ({ ordinance, winners })),
);

test('MP01 MP02 MP03 MP04 MP05 MP07 as the slow way says, to the last digit', () => {
  const unit = 10_000n;
  for (const options of readings) {
    const of2009 = options.ordinance === '2009';
    const slowly: SlowCount = (loose, seats) =>
      countSlowly(loose, {
        seats,
        unit,
        quota: (valid) => (valid / BigInt(seats + 1) + 1n) * unit,
        newValue: (value, surplus, votes) => (((surplus * unit) / votes) * value) / unit,
        batch: (lots, surplus, vacancies) => hopelessSlowly(lots, of2009 ? surplus - 1n : surplus, vacancies),
        movesLast: of2009,
        atTransfer: options.winners === 'one',
        chooseTied: (tied, want) => (want === 'most' ? tied[0]! : tied.at(-1)!),
      });
    countsAsSlowly(minneapolisStv, slowly, { options, runs: 200 });
  }
});

test('MP09 anonymity, neutrality, conservation, seats', () => {
  keepsStvLaws(minneapolisStv);
  keepsStvLaws(minneapolisStv, { winners: 'all', ordinance: '2009' });
});
