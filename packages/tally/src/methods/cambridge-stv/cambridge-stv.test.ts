import { unwrap } from '@comitium/basics';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryLooseBallots, groupLoose } from '../../ballots/testing/arbitrary-ballots.ts';
import { readBlt } from '../../formats/blt/read-blt.ts';
import type { CountSettings } from '../counting-method.ts';
import { mixPapers } from '../stages/mix-papers.ts';
import { ballotsOf } from '../testing/ballots-of.ts';
import { countCambridgeSlowly } from '../testing/slow-cambridge.ts';
import { golden, storyOf } from '../testing/story-of.ts';
import { keepsStvLaws } from '../testing/stv-laws.ts';
import { cambridgeStv } from './cambridge-stv.ts';
import { cincinnatiOrder } from './cincinnati-order.ts';

const story = (text: string, settings: CountSettings = {}, paper?: Parameters<typeof ballotsOf>[1]) =>
  storyOf(unwrap(cambridgeStv.count(ballotsOf(text, paper), settings)));

const all = { minimumVotes: 0 };

test('CM01 CM02 CM06 CM08 CM09 two of five, worked by hand', () => {
  // Quota: 44 ÷ 3 + 1 = 15. All who want A first name B next, so that it does not matter which four move.
  expect(story('19: A > B\n9: B > A\n7: C > D\n7: D > C\n2: E > D', { seats: 2, options: all })).toBe(
    golden(`
      1 | A 19 B 9 C 7 D 7 E 2 | quota 15 | elect A quota surplus A 4 at papers | A>B 4
      2 | A 15 B 13 C 7 D 7 E 2 | quota 15 | exclude E fewest-votes | E>D 2
      3 | A 15 B 13 C 7 D 9 | quota 15 | exclude C fewest-votes | C>D 6 C>ran-out 1
      4 | A 15 B 13 D 15 | ran-out 1 | quota 15 | elect D quota
      elected A D
    `),
  );
});

test('CM03 every n-th ballot, then the next sequence, at last those before the first', () => {
  // 10 ÷ 4 = 2.5 is rounded to 3.
  expect(cincinnatiOrder(10, 4).map((place) => place + 1)).toEqual([3, 6, 9, 4, 7, 10, 5, 8, 1, 2]);
  expect(cincinnatiOrder(10, 5).map((place) => place + 1)).toEqual([2, 4, 6, 8, 10, 3, 5, 7, 9, 1]);
  expect(cincinnatiOrder(5, 4).map((place) => place + 1)).toEqual([1, 2, 3, 4, 5]);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 200 }), (ballots, surplus) => {
      fc.pre(surplus <= ballots);
      const order = cincinnatiOrder(ballots, surplus);
      expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: ballots }, (_, place) => place));
    }),
  );
});

test('CM03 a ballot that names nobody continuing stays with the elected', () => {
  // Quota: 22 ÷ 3 + 1 = 8. Seven too many, and only two name somebody.
  const told = story('13: A\n2: A > B\n5: B\n2: C', { options: all, seats: 2 });
  expect(told).toContain('1 | A 15 B 5 C 2 | quota 8 | elect A quota surplus A 7 at papers | A>B 2');
  expect(told).toContain('2 | A 13 B 7 C 2 | quota 8');
});

test('CM02 CM03 ballots in the order given, worked by hand', () => {
  // Quota: 18 ÷ 3 + 1 = 7, two of A's nine too many. 9 ÷ 2 = 4.5, so every 5th: the 5th names C; then the 6th, which names nobody and
  // stays; then the 7th, which names D.
  const lines = ['4 1 2 0', '1 1 3 0', '1 1 0', '2 1 4 0', '1 1 2 0', '4 2 0', '3 3 0', '2 4 0'];
  const text = `4 2\n${lines.join('\n')}\n0\n"A"\n"B"\n"C"\n"D"\n"Order"\n`;
  const settings = { seats: 2, options: { ...all, order: 'as-given' } };
  const { ballots } = unwrap(readBlt(text, { inOrder: true }));
  expect(storyOf(unwrap(cambridgeStv.count(ballots, settings)))).toContain(
    'surplus A 2 at papers | A>C 1 A>D 1',
  );
  const grouped = cambridgeStv.count(unwrap(readBlt(text)).ballots, settings);
  expect(grouped.ok ? [] : grouped.error.map(({ code }) => code)).toEqual(['ballots_unsupported']);
});

test('CM04 who reaches the quota receives no further ballot of the transfer', () => {
  // Quota 12. Two fill B, five more go on to C and fill it; the eighth of the surplus finds nobody and stays.
  const board = '16: A > B > C\n4: A\n10: B > A\n7: C > D\n5: D > C\n3: D > E > B\n2: E > D';
  expect(story(board, { seats: 3, options: all })).toBe(
    golden(`
      1 | A 20 B 10 C 7 D 8 E 2 | quota 12 | elect A quota surplus A 8 at papers | A>B 2 A>C 5
      2 | A 13 B 12 C 12 D 8 E 2 | quota 12 | elect B C quota
      elected A B C
    `),
  );
});

test('CM05 below the minimum together, the fewest first, unless too few remain', () => {
  const ballots = '60: A\n55: B\n51: C\n20: D > C\n10: E > D > B';
  expect(story(ballots, { seats: 1 })).toContain('exclude E D below-minimum | E>B 10 D>C 20');
  expect(story('30: A\n20: B', { seats: 1 })).toContain('elected A');
  expect(story('30: A\n30: B\n9: C', { seats: 2 })).not.toContain('below-minimum');
});

test('CM07 equal lowest: fewer before the last transfer, else a lot', () => {
  expect(story('11: A\n9: B\n5: C\n4: D\n1: E > D', { options: all })).toContain(
    'tie in 2 to exclude: C D: D by earlier-rounds',
  );
  expect(story('11: A\n9: B\n5: C\n5: D', { options: all })).toContain('1 of C D');
});

test('CM09 ranks left out and ranks with several marks are passed over', () => {
  expect(story('3: A = B > _ > C\n2: B', { options: all })).toContain('1 | A 0 B 2 C 3');
});

test('CM01 CM02 CM03 CM04 CM05 CM06 CM07 CM08 as the slow way says', () => {
  fc.assert(
    fc.property(
      arbitraryLooseBallots({ ballots: 24, most: 6 }),
      fc.record({
        seats: fc.integer({ min: 1, max: 4 }),
        seed: fc.nat({ max: 99 }),
        minimumVotes: fc.nat({ max: 4 }),
      }),
      (loose, { seats, seed, minimumVotes }) => {
        const ballots = groupLoose(loose);
        const slow = countCambridgeSlowly(unwrap(mixPapers(ballots, { seed, order: 'mixed' })), {
          seats,
          minimum: minimumVotes,
        });
        const settings: CountSettings = {
          seats,
          options: { seed, minimumVotes },
          ties: [{ by: 'ballot-order' }],
        };
        const report = unwrap(cambridgeStv.count(ballots, settings));
        expect(report.rounds.map(({ votes }) => votes.map((text) => Number(text ?? 0)))).toEqual(
          slow.standings,
        );
        expect(report.outcome.elected).toEqual(slow.elected);
      },
    ),
    { numRuns: 500 },
  );
});

test('CM09 anonymity, conservation, seats', () => {
  keepsStvLaws(cambridgeStv, all, { mixes: true });
  keepsStvLaws(cambridgeStv, { minimumVotes: 2, seed: 9 }, { mixes: true });
});
