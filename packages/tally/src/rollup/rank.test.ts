import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rank } from './rank.ts';

test('R04 leader, runner-up and margin', () => {
  // Ghana, president 2024, as declared on 9 December with 267 of 276 constituencies.
  const ranking = rank([
    6_328_397, 4_657_304, 84_478, 31_202, 23_397, 17_461, 16_673, 16_461, 5_219, 4_413, 3_320, 3_091,
  ]);
  expect(ranking).toMatchObject({ valid: 11_191_416, leaders: [0], runnersUp: [1], tied: false });
  expect(ranking.margin.votes).toBe(1_671_093);
  expect(ranking.margin.share).toBeCloseTo(0.1493, 4);
});

test('R04 equal votes at the top have no winner', () => {
  expect(rank([7, 3, 7])).toEqual({
    valid: 17,
    order: [0, 2, 1],
    places: [1, 3, 1],
    leaders: [0, 2],
    runnersUp: [],
    tied: true,
    margin: { votes: 0, share: 0 },
  });
});

test('R04 several runners-up', () => {
  expect(rank([2, 9, 2, 0])).toMatchObject({ leaders: [1], runnersUp: [0, 2], places: [2, 1, 2, 4] });
});

test('R05 blank votes count for shares but never lead', () => {
  const ranking = rank([4, 10, 6], { standing: [true, false, true] });
  expect(ranking).toMatchObject({ valid: 20, leaders: [2], runnersUp: [0], places: [2, null, 1] });
  expect(ranking.margin).toEqual({ votes: 2, share: 0.1 });
});

test('R06 no votes, no leader', () => {
  expect(rank([0, 0])).toMatchObject({
    leaders: [],
    runnersUp: [],
    tied: false,
    margin: { votes: 0, share: 0 },
  });
  expect(rank([])).toMatchObject({ leaders: [], order: [] });
});

test('R04 the ranking does not depend on ballot order', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 5 }), { minLength: 1 }), (votes) => {
      const straight = rank(votes);
      const reversed = rank([...votes].reverse());
      const mirror = (choice: number) => votes.length - 1 - choice;
      expect(reversed.leaders.map(mirror).sort()).toEqual([...straight.leaders].sort());
      expect([...reversed.places].reverse()).toEqual(straight.places);
      expect(reversed.margin).toEqual(straight.margin);
    }),
  );
});
