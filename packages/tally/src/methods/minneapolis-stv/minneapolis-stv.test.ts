import { unwrap } from '@comitium/basics';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryLooseBallots, groupLoose } from '../../ballots/testing/arbitrary-ballots.ts';
import type { CountSettings } from '../counting-method.ts';
import { ballotsOf } from '../testing/ballots-of.ts';
import { countSlowly, hopelessSlowly } from '../testing/slow-weighted.ts';
import { golden, storyOf } from '../testing/story-of.ts';
import { keepsStvLaws } from '../testing/stv-laws.ts';
import { unitsOf } from '../testing/votes-of.ts';
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
      2 | A 12.0000 B 16.4000 C 7.0000 D 8.0000 E 2.0000 | blank 1.0000 ran-out 1.6000 | quota 12.0000 | elect B quota exclude E cannot-catch-up | E>D 2.0000
      3 | A 12.0000 B 16.4000 C 7.0000 D 10.0000 | blank 1.0000 ran-out 1.6000 | quota 12.0000 | surplus B 4.4000 at 0.2682 | B>C 1.7152 B>ran-out 2.6820 B>rounding 0.0028
      4 | A 12.0000 B 12.0000 C 8.7152 D 10.0000 | blank 1.0000 ran-out 4.2820 rounding 0.0028 | quota 12.0000 | exclude C cannot-catch-up | C>D 7.0000 C>ran-out 1.7152
      5 | A 12.0000 B 12.0000 D 17.0000 | blank 1.0000 ran-out 5.9972 rounding 0.0028 | quota 12.0000 | elect D quota
      elected A B D
    `),
  );
});

test('MP02 with one winner a round the others stay and receive', () => {
  // Threshold 6. A's surplus of 6 goes to B, who has reached the threshold but is not yet elected.
  const ballots = '12: A > B > C\n6: B\n2: C\n1: D\n1: E';
  const choices = ['A', 'B', 'C', 'D', 'E'];
  expect(story(ballots, { seats: 3, ties: [{ by: 'ballot-order' }] }, { choices })).toContain('A>C 6.0000');
  const one = story(
    ballots,
    { seats: 3, options: { winners: 'one' }, ties: [{ by: 'ballot-order' }] },
    { choices },
  );
  expect(one).toContain('elect A quota');
  expect(one).toContain('A>B 6.0000');
});

test('MP03 cannot equal, and as of 2009 cannot surpass', () => {
  // C and D together have what B has.
  const ballots = '7: A\n4: B\n3: C\n1: D > C';
  expect(story(ballots)).toContain('exclude D cannot-catch-up');
  expect(story(ballots, { options: { impossible: 'cannot-surpass' } })).toContain(
    'exclude D C cannot-catch-up',
  );
});

test('MP05 MP06 the fewest go, and a tie is for a lot though an earlier round differs', () => {
  // E's paper brings D to the five that C has from the start.
  const ballots = '11: A\n9: B\n5: C\n4: D\n1: E > D';
  const told = story(ballots, { ties: [{ by: 'earlier-rounds', from: 'latest' }] });
  expect(told).toContain('tie in 2 to exclude: C D: open');
  expect(story(ballots, { ties: [{ by: 'lot', lots: [[3, 2]] }] })).toContain('exclude C fewest-votes');
});

test('MP08 undeclared write-ins are passed over', () => {
  const choices = [{ name: 'W', writeIn: 'undeclared' }, 'A', 'B'] as const;
  expect(story('9: W > A\n3: B', {}, { choices })).toContain('elected A');
});

test.each([
  ['cannot-equal', false],
  ['cannot-surpass', true],
] as const)(
  'MP01 MP03 MP04 MP05 MP07 as the slow way says, to the last digit: %s',
  (impossible, reaching) => {
    const unit = 10_000n;
    fc.assert(
      fc.property(
        arbitraryLooseBallots({ ballots: 24, most: 6 }),
        fc.integer({ min: 1, max: 4 }),
        (loose, seats) => {
          const slow = countSlowly(loose, {
            seats,
            unit,
            quota: (valid) => (valid / BigInt(seats + 1) + 1n) * unit,
            newValue: (value, surplus, votes) => (((surplus * unit) / votes) * value) / unit,
            batch: (lots, surplus, vacancies) =>
              hopelessSlowly(lots, reaching ? surplus - 1n : surplus, vacancies),
            movesLast: true,
            chooseTied: (tied, want) => (want === 'most' ? tied[0]! : tied.at(-1)!),
          });
          const settings: CountSettings = { seats, ties: [{ by: 'ballot-order' }], options: { impossible } };
          const report = unwrap(minneapolisStv.count(groupLoose(loose), settings));
          expect(report.outcome.elected).toEqual(slow.elected);
          expect(unitsOf(report)).toEqual(slow.stages);
        },
      ),
      { numRuns: 300 },
    );
  },
);

test('MP09 anonymity, neutrality, conservation, seats', () => {
  keepsStvLaws(minneapolisStv);
  keepsStvLaws(minneapolisStv, { winners: 'one', impossible: 'cannot-surpass' });
});
