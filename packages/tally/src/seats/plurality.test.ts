import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countSeats } from './count-seats.ts';
import { plurality } from './plurality.ts';
import { seatChange } from './seat-change.ts';

test('P10 the most votes win', () => {
  expect(plurality({ votes: [5, 9, 2] })).toEqual({
    seats: [0, 1, 0],
    tie: null,
    excluded: [],
    unallocated: 0,
  });
  expect(plurality({ votes: [5, 9, 2], seats: 2 }).seats).toEqual([1, 1, 0]);
  expect(plurality({ votes: [5, 9, 2], standing: [true, false, true] }).seats).toEqual([1, 0, 0]);
});

test('P10 a tie has no winner until a lot is drawn', () => {
  expect(plurality({ votes: [9, 9, 2] })).toMatchObject({
    seats: [0, 0, 0],
    tie: { choices: [0, 1], seatsAtStake: 1 },
  });
  expect(plurality({ votes: [9, 9, 2], lot: [1, 0] })).toMatchObject({ seats: [0, 1, 0], tie: null });
});

test('P10 without votes nobody wins', () => {
  expect(plurality({ votes: [0, 0] })).toMatchObject({ seats: [0, 0], tie: null, unallocated: 1 });
  expect(plurality({ votes: [3, 0], seats: 2 })).toMatchObject({ seats: [1, 0], unallocated: 1 });
});

test('P10 seats given, at stake and unallocated are all seats, and nobody with more votes stays behind', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 9 }), { maxLength: 8 }), fc.nat({ max: 8 }), (votes, seats) => {
      const result = plurality({ votes, seats });
      const given = result.seats.reduce((a, b) => a + b, 0);
      expect(given + (result.tie?.seatsAtStake ?? 0) + result.unallocated).toBe(seats);
      const winners = votes.filter((_, choice) => result.seats[choice] === 1);
      const losers = votes.filter((_, choice) => result.seats[choice] === 0);
      if (winners.length > 0 && losers.length > 0)
        expect(Math.min(...winners)).toBeGreaterThan(Math.max(...losers));
    }),
  );
});

test('P11 seats by party, won and leading, and their change', () => {
  const parties = ['NPP', 'NDC', null];
  const counts = countSeats([
    { allocation: plurality({ votes: [5, 9, 2] }), parties, final: true },
    { allocation: plurality({ votes: [5, 9, 2] }), parties, final: false },
    { allocation: plurality({ votes: [5, 9, 12] }), parties, final: true },
    { allocation: plurality({ votes: [9, 9, 2] }), parties, final: true },
  ]);
  expect([...counts]).toEqual([
    ['NDC', { won: 1, leading: 1 }],
    [null, { won: 1, leading: 0 }],
  ]);
  // Ghana's parliament, 2016 to 2020: from 169 to 137 and from 106 to 137, and one independent.
  const change = seatChange(
    new Map([
      ['NPP', 137],
      ['NDC', 137],
      ['IND', 1],
    ]),
    new Map([
      ['NPP', 169],
      ['NDC', 106],
    ]),
  );
  expect([...change]).toEqual([
    ['NPP', -32],
    ['NDC', 31],
    ['IND', 1],
  ]);
});
