import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type IrvAssertion, notExcludedBefore, type RankedBallots, votesAmong } from './irv-assertions.ts';
import { raire } from './raire.ts';
import { statementDiscrepancies, statementSample } from './statement-votes.ts';

const permutations = (items: readonly number[]): number[][] =>
  items.length === 0
    ? [[]]
    : items.flatMap((item) =>
        permutations(items.filter((one) => one !== item)).map((rest) => [item, ...rest]),
      );

/** Whether an exclusion order, first excluded first, can be if the statement is true. */
const contradicts = (assertion: IrvAssertion, order: readonly number[]): boolean => {
  const place = (candidate: number): number => order.indexOf(candidate);
  if (assertion.kind === 'not-excluded-before') return place(assertion.winner) < place(assertion.loser);
  const ending = order.slice(order.length - assertion.standing.length);
  const same = [...ending].sort((a, b) => a - b).join() === assertion.standing.join();
  return same && ending[0] === assertion.winner;
};

const everyStatement = (ballots: RankedBallots): IrvAssertion[] => {
  const all = Array.from({ length: ballots.candidates }, (_, one) => one);
  const subsets = Array.from({ length: 2 ** ballots.candidates }, (_, bits) =>
    all.filter((one) => (bits >> one) & 1),
  );
  const pairs = all.flatMap((winner) =>
    all.filter((loser) => loser !== winner).map((loser) => ({ winner, loser })),
  );
  return [
    ...pairs.map(({ winner, loser }) => notExcludedBefore(ballots, winner, loser)),
    ...subsets.flatMap((standing) => {
      const votes = votesAmong(ballots, standing);
      return pairs
        .filter(({ winner, loser }) => standing.includes(winner) && standing.includes(loser))
        .map(({ winner, loser }): IrvAssertion => {
          const [forWinner, forLoser] = [votes[winner]!, votes[loser]!];
          return { kind: 'not-excluded-next', winner, loser, forWinner, forLoser, standing };
        });
    }),
  ].filter(({ forWinner, forLoser }) => forWinner > forLoser);
};

/** The least margin that must be relied on: per order the widest margin that refutes it, and of these the narrowest. */
const bestMargin = (ballots: RankedBallots, winner: number): number => {
  const all = Array.from({ length: ballots.candidates }, (_, one) => one);
  const statements = everyStatement(ballots);
  const orders = permutations(all).filter((order) => order.at(-1) !== winner);
  const widest = orders.map((order) =>
    Math.max(
      0,
      ...statements
        .filter((statement) => contradicts(statement, order))
        .map(({ forWinner, forLoser }) => forWinner - forLoser),
    ),
  );
  return Math.min(...widest);
};

const marginOf = ({ forWinner, forLoser }: IrvAssertion): number => forWinner - forLoser;

const ranked = fc.array(
  fc.record({
    order: fc.shuffledSubarray([0, 1, 2, 3], { minLength: 1 }),
    count: fc.integer({ min: 1, max: 9 }),
  }),
  { minLength: 1, maxLength: 7 },
);

test('RL09 RL10 as all exclusion orders and all statements say', () => {
  fc.assert(
    fc.property(ranked, fc.nat({ max: 3 }), (groups, winner) => {
      const ballots: RankedBallots = { candidates: 4, groups };
      const best = bestMargin(ballots, winner);
      const found = raire(ballots, winner);
      expect(found.ok).toBe(best > 0);
      if (!found.ok) return;
      const orders = permutations([0, 1, 2, 3]).filter((order) => order.at(-1) !== winner);
      for (const statement of found.value) expect(marginOf(statement)).toBeGreaterThan(0);
      for (const order of orders)
        expect(found.value.some((statement) => contradicts(statement, order))).toBe(true);
      expect(Math.min(...found.value.map(marginOf))).toBe(best);
    }),
    { numRuns: 250 },
  );
});

test('RL09 RL10 the same for five candidates', () => {
  const five = fc.array(
    fc.record({
      order: fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 1 }),
      count: fc.integer({ min: 1, max: 9 }),
    }),
    { minLength: 2, maxLength: 9 },
  );
  const orders = permutations([0, 1, 2, 3, 4]);
  fc.assert(
    fc.property(five, fc.nat({ max: 4 }), (groups, winner) => {
      const ballots: RankedBallots = { candidates: 5, groups };
      const best = bestMargin(ballots, winner);
      const found = raire(ballots, winner);
      expect(found.ok).toBe(best > 0);
      if (!found.ok) {
        expect(found.error.order).toHaveLength(5);
        expect(everyStatement(ballots).some((one) => contradicts(one, found.error.order))).toBe(false);
        return;
      }
      expect(Math.min(...found.value.map(marginOf))).toBe(best);
      for (const order of orders)
        if (order.at(-1) !== winner)
          expect(found.value.some((statement) => contradicts(statement, order))).toBe(true);
    }),
    { numRuns: 60 },
  );
});

test('RL19 the votes on a statement add up to its own', () => {
  fc.assert(
    fc.property(ranked, (groups) => {
      for (const statement of everyStatement({ candidates: 4, groups })) {
        const papers = groups.map(({ order, count }) => ({ record: order, hand: order, times: count }));
        expect(statementSample(statement, papers)).toEqual([statement.forWinner, statement.forLoser]);
        const none = { over1: 0, over2: 0, under1: 0, under2: 0 };
        expect(statementDiscrepancies(statement, papers)).toEqual(none);
      }
    }),
    { numRuns: 40 },
  );
});

test('RL19 discrepancies of a statement, and papers that are missing', () => {
  const statement: IrvAssertion = {
    kind: 'not-excluded-next',
    winner: 0,
    loser: 1,
    standing: [0, 1],
    forWinner: 9,
    forLoser: 1,
  };
  const papers = [
    { record: [2, 0], hand: [2, 1], times: 1 },
    { record: [0], hand: [2], times: 2 },
    { record: [], hand: [2, 0, 1], times: 3 },
    { record: [1], hand: [0, 1], times: 4 },
    { record: [0], hand: null, times: 5 },
    { record: null, hand: [0], times: 6 },
  ];
  expect(statementDiscrepancies(statement, papers)).toEqual({ over1: 2, over2: 12, under1: 3, under2: 4 });
  expect(statementSample(statement, papers)).toEqual([13, 6]);
});

test('RL09 a winner of first preferences needs one statement for each rival', () => {
  const ballots = {
    candidates: 3,
    groups: [
      { order: [0], count: 60 },
      { order: [1], count: 25 },
      { order: [2, 1], count: 15 },
    ],
  };
  const found = raire(ballots, 0);
  expect(found.ok && found.value).toEqual([
    { kind: 'not-excluded-before', winner: 0, loser: 1, forWinner: 60, forLoser: 40 },
    { kind: 'not-excluded-before', winner: 0, loser: 2, forWinner: 60, forLoser: 15 },
  ]);
});

test('RL10 a reported winner who has not won needs a full count', () => {
  const ballots = {
    candidates: 2,
    groups: [
      { order: [0], count: 4 },
      { order: [1], count: 5 },
    ],
  };
  expect(raire(ballots, 0)).toEqual({ ok: false, error: { order: [0, 1] } });
  expect(raire(ballots, 1).ok).toBe(true);
});
