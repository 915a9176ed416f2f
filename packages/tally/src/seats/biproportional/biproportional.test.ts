import { unwrap } from '@comitium/basics';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseAmount } from '../../exact/amount.ts';
import { compareRational, one, over, type Rational, rational, times, wholeOf } from '../../exact/rational.ts';
import { standardRounding } from '../divisors.ts';
import { biproportional } from './biproportional.ts';
import type { Biproportional, BiproportionalElection } from './biproportional-types.ts';
import { doublyProportional } from './double-proportional.ts';

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

/** All ways to fill the cells so that districts and lists have their seats. */
const everyMatrix = ({ votes, districtSeats, listSeats }: BiproportionalElection): number[][][] => {
  const fill = (district: number, left: readonly number[]): number[][][] => {
    if (district === votes.length) return left.every((count) => count === 0) ? [[]] : [];
    const rows: number[][] = [];
    const row = (list: number, due: number, begun: number[]): void => {
      if (list === left.length) {
        if (due === 0) rows.push(begun);
        return;
      }
      const most = votes[district]![list] === 0 ? 0 : Math.min(due, left[list]!);
      for (let count = 0; count <= most; count++) row(list + 1, due - count, [...begun, count]);
    };
    row(0, districtSeats[district]!, []);
    return rows.flatMap((one) =>
      fill(
        district + 1,
        left.map((count, list) => count - one[list]!),
      ).map((rest) => [one, ...rest]),
    );
  };
  return fill(0, listSeats);
};

/** The product over all seats of divisor / votes: the less, the more proportional. */
const priceOf = (votes: readonly (readonly number[])[], seats: readonly (readonly number[])[]): Rational => {
  let price = one;
  for (const [district, row] of seats.entries()) {
    for (const [list, count] of row.entries()) {
      for (let won = 0; won < count; won++) {
        const { numerator, denominator } = standardRounding.at(won);
        price = times(price, rational(numerator, denominator * votes[district]![list]!));
      }
    }
  }
  return price;
};

const best = (election: BiproportionalElection): number[][][] => {
  let found: number[][][] = [];
  let least: Rational | undefined;
  for (const seats of everyMatrix(election)) {
    const price = priceOf(election.votes, seats);
    const order = least === undefined ? -1 : compareRational(price, least);
    if (order < 0) [found, least] = [[seats], price];
    else if (order === 0) found.push(seats);
  }
  return found;
};

const small = fc
  .record({
    votes: fc.array(fc.array(fc.nat({ max: 12 }), { minLength: 3, maxLength: 3 }), {
      minLength: 2,
      maxLength: 3,
    }),
    seats: fc.array(fc.nat({ max: 3 }), { minLength: 3, maxLength: 3 }),
    cuts: fc.array(fc.nat({ max: 9 }), { minLength: 2, maxLength: 2 }),
  })
  .map(({ votes, seats, cuts }): BiproportionalElection => {
    const districtSeats = seats.slice(0, votes.length);
    const total = sum(districtSeats);
    const [low = 0, high = 0] = cuts.map((cut) => Math.min(cut, total)).sort((a, b) => a - b);
    return { votes, districtSeats, listSeats: [low, high - low, total - high] };
  });

test('P61 P62 P65 as trying every matrix says: the best, what is tied, and what is impossible', () => {
  fc.assert(
    fc.property(small, (election) => {
      const result = biproportional(election);
      const optimal = best(election);
      if (!result.ok) {
        expect(optimal).toEqual([]);
        return;
      }
      const { seats, ties } = result.value;
      const tied = new Map(
        ties.flatMap(({ cells }) => cells).map((cell) => [`${cell.district} ${cell.list}`, cell.least]),
      );
      for (const [district, row] of election.votes.entries()) {
        for (const list of row.keys()) {
          const seen = new Set(optimal.map((one) => one[district]![list]!));
          const least = tied.get(`${district} ${list}`);
          expect([...seen].sort()).toEqual(
            least === undefined ? [seats[district]![list]] : [least, least + 1],
          );
        }
      }
    }),
    { numRuns: 600 },
  );
});

const rows = (result: Biproportional) => result.seats.map((row) => sum(row));
const columns = (result: Biproportional) =>
  (result.seats[0] ?? []).map((_, list) => sum(result.seats.map((row) => row[list]!)));

const canton: BiproportionalElection = {
  votes: [
    [123, 45, 815],
    [912, 714, 414],
    [312, 255, 215],
  ],
  districtSeats: [5, 11, 4],
  listSeats: [6, 5, 9],
};

test('P60 P64 a small canton: totals hold, and its divisors reproduce every cell', () => {
  const result = unwrap(biproportional(canton));
  expect(rows(result)).toEqual(canton.districtSeats);
  expect(columns(result)).toEqual(canton.listSeats);
  expect(result.seats).toEqual([
    [0, 0, 5],
    [4, 4, 3],
    [2, 1, 1],
  ]);
  expect(best(canton)).toEqual([result.seats]);
  const { districts, lists } = result.divisors ?? { districts: [], lists: [] };
  for (const [district, row] of canton.votes.entries()) {
    for (const [list, count] of row.entries()) {
      const divisor = times(parseAmount(districts[district]!)!, parseAmount(lists[list]!)!);
      expect(Number(wholeOf(over(rational(count), divisor), 'half-up'))).toBe(result.seats[district]![list]);
    }
  }
});

test('P66 order of districts and lists does not matter, also in large matrices', () => {
  const random = fc.array(fc.array(fc.integer({ min: 0, max: 90_000 }), { minLength: 6, maxLength: 6 }), {
    minLength: 8,
    maxLength: 8,
  });
  fc.assert(
    fc.property(random, (votes) => {
      const districtSeats = votes.map((_, district) => 3 + district);
      const election = { votes, districtSeats };
      const turned = {
        votes: votes.map((row) => [...row].reverse()).reverse(),
        districtSeats: [...districtSeats].reverse(),
      };
      const [one, other] = [doublyProportional(election), doublyProportional(turned)];
      if (!one.ok || !other.ok) {
        expect(one.ok).toBe(other.ok);
        return;
      }
      expect(rows(one.value)).toEqual(districtSeats);
      expect(columns(one.value)).toEqual(one.value.listSeats);
      expect([...other.value.seats].reverse().map((row) => [...row].reverse())).toEqual(one.value.seats);
    }),
    { numRuns: 60 },
  );
});

test('P62 P63 a tie is told with its cells, and a lot settles it', () => {
  const even: BiproportionalElection = {
    votes: [
      [10, 10],
      [10, 10],
    ],
    districtSeats: [1, 1],
    listSeats: [1, 1],
  };
  expect(unwrap(biproportional(even))).toEqual({
    seats: [
      [0, 0],
      [0, 0],
    ],
    ties: [
      {
        cells: [0, 1].flatMap((district) => [0, 1].map((list) => ({ district, list, least: 0 }))),
      },
    ],
    divisors: null,
  });
  const drawn = (district: number, list: number) =>
    unwrap(biproportional({ ...even, lot: [{ district, list }] }));
  expect(drawn(0, 1).seats).toEqual([
    [0, 1],
    [1, 0],
  ]);
  expect(drawn(0, 0).seats).toEqual([
    [1, 0],
    [0, 1],
  ]);
  expect(drawn(0, 1).ties).toEqual([]);
});

test('P65 what contradicts itself is named', () => {
  const lonely = {
    votes: [
      [5, 0],
      [5, 5],
    ],
    districtSeats: [3, 1],
    listSeats: [1, 3],
  };
  expect(biproportional(lonely)).toMatchObject({
    ok: false,
    error: {
      kind: 'impossible',
      lists: [1],
      districts: [1],
      message: expect.stringContaining('due 3 seats'),
    },
  });
  expect(
    biproportional({
      votes: [
        [0, 0],
        [5, 5],
      ],
      districtSeats: [1, 1],
      listSeats: [1, 1],
    }),
  ).toMatchObject({
    ok: false,
    error: { districts: [0] },
  });
  expect(() => biproportional({ votes: [[1]], districtSeats: [1], listSeats: [2] })).toThrow('lists 2');
});

test('P66 voters are votes by seats of the district, half up', () => {
  const result = unwrap(
    doublyProportional({
      votes: [
        [25, 75],
        [30, 10],
      ],
      districtSeats: [10, 4],
    }),
  );
  // 2.5 → 3, 7.5 → 8; 7.5 → 8, 2.5 → 3.
  expect(result.voters).toEqual([11, 11]);
  expect(result.listSeats).toEqual([7, 7]);
  expect(doublyProportional({ votes: [[5, 5]], districtSeats: [3] })).toEqual({
    ok: false,
    error: { kind: 'upper-tie', tie: { choices: [0, 1], seatsAtStake: 1 } },
  });
});
