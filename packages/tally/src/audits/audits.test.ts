import fc from 'fast-check';
import { expect, test } from 'vitest';
import { counterGenerator } from '../random/counter-generator.ts';
import { batchComparison, errorBounds, overstatement } from './batch-comparison.ts';
import { bravo, bravoSampleSize } from './bravo.ts';
import { drawBatches, drawSample } from './draw-sample.ts';
import { minerva } from './minerva.ts';
import { fisher, stratified, type TwoStrata } from './stratified.ts';
import { dilutedMargin, superSimple, superSimpleSampleSize } from './super-simple.ts';

const clean = { over1: 0, over2: 0, under1: 0, under2: 0 };

test('RL01 BRAVO by hand', () => {
  // s = 60 / 100: 1.2 for the winner, 0.8 for the loser; 1.2⁵ · 0.8² = 1.5925.
  expect(bravo({ votes: [60, 40, 0] }, [5, 2, 9])).toMatchObject([
    { winner: 0, loser: 1, pValue: expect.closeTo(1 / 1.592_524_8, 10) },
    // Who has no vote in the report: 2⁵, and any vote of his refutes the report.
    { winner: 0, loser: 2, pValue: 1 },
  ]);
  expect(bravo({ votes: [60, 40] }, [1, 5])[0]?.pValue).toBe(1);
  expect(bravo({ votes: [50, 30, 20], winners: 2 }, []).map(({ winner, loser }) => [winner, loser])).toEqual([
    [0, 2],
    [1, 2],
  ]);
  expect(() => bravo({ votes: [5, 5] }, [])).toThrow('tied');
});

test('RL02 average sample sizes by the formula', () => {
  // 60 : 40, α = 10 %: (2.302585 + 0.091161) / (0.6 · 0.182322 − 0.4 · 0.223144) = 2.393746 / 0.020136 = 118.88
  const size = (votes: number[], riskLimit: number) =>
    bravoSampleSize({ votes }, { ballots: votes.reduce((a, b) => a + b, 0), riskLimit });
  expect(size([600, 400], 0.1)).toBe(119);
  // 70 : 30: (2.302585 + 0.168236) / (0.7 · 0.336472 − 0.3 · 0.510826) = 2.470821 / 0.082283 = 30.03
  expect(size([700, 300], 0.1)).toBe(31);
  expect(() => size([700, 300], 0)).toThrow(RangeError);
});

test('RL03 of a thousand wrong outcomes BRAVO confirms no more than its limit allows', () => {
  // The report says 55 : 45, the truth is a tie. Fixed seed: the same thousand each time.
  const generator = counterGenerator('a tie, a thousand times');
  let confirmed = 0;
  for (let trial = 0; trial < 1000; trial++) {
    const sample = [0, 0];
    for (let drawn = 0; drawn < 100; drawn++) {
      sample[generator.draw(2).index]!++;
      if (bravo({ votes: [55, 45] }, sample)[0]!.pValue > 0.2) continue;
      confirmed++;
      break;
    }
  }
  expect(confirmed).toBeGreaterThan(20);
  expect(confirmed).toBeLessThan(200 + 3 * Math.sqrt(1000 * 0.2 * 0.8));
});

/** Every sequence of ballots, its chance under a tie and under the report, and what Minerva's rule says on the way. */
const slowMinerva = (
  share: number,
  drawn: readonly number[],
  found: readonly number[],
  limit: number,
): number[] => {
  let paths = [{ wins: 0, tie: 1, report: 1 }];
  let total = 0;
  return drawn.map((size, round) => {
    for (let ballot = 0; ballot < size; ballot++) {
      paths = paths.flatMap(({ wins, tie, report }) => [
        { wins: wins + 1, tie: tie / 2, report: report * share },
        { wins, tie: tie / 2, report: report * (1 - share) },
      ]);
    }
    total += found[round]!;
    const ratio = (least: number): number => {
      const tail = paths.filter(({ wins }) => wins >= least);
      return tail.reduce((sum, { tie }) => sum + tie, 0) / tail.reduce((sum, { report }) => sum + report, 0);
    };
    const pValue = Math.min(1, ratio(total));
    paths = paths.filter(({ wins }) => !(ratio(wins) <= limit));
    return pValue;
  });
};

test('RL04 Minerva as all sequences of ballots say', () => {
  // Two ballots, both for the winner: ¼ against 9/16.
  expect(minerva(0.75, [{ drawn: 2, forWinner: 2 }], { riskLimit: 0.1 })[0]).toMatchObject({
    pValue: expect.closeTo(4 / 9, 12),
    confirmed: false,
    needed: null,
  });
  const rounds = fc.record({
    share: fc.constantFrom(0.6, 0.75, 0.9),
    drawn: fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 5 })),
    parts: fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })),
  });
  fc.assert(
    fc.property(rounds, ({ share, drawn, parts }) => {
      const found = drawn.map((size, at) => Math.round(size * parts[at]!));
      const quick = minerva(
        share,
        drawn.map((size, at) => ({ drawn: size, forWinner: found[at]! })),
        { riskLimit: 0.3 },
      );
      const slow = slowMinerva(share, drawn, found, 0.3);
      expect(quick[0]?.pValue).toBeCloseTo(slow[0]!, 9);
      if (!quick[0]!.confirmed) expect(quick[1]?.pValue).toBeCloseTo(slow[1]!, 9);
    }),
    { numRuns: 60 },
  );
});

test('RL05 super-simple: 4.8 by the diluted margin at 10 %, and what discrepancies cost', () => {
  const margin = dilutedMargin([{ votes: [5_500, 4_500] }, { votes: [700, 100] }], 12_000);
  expect(margin).toBeCloseTo(600 / 12_000, 12);
  // 2 · 1.03905 · 2.302585 / 0.05 = 95.7
  expect(superSimpleSampleSize({ margin }, { riskLimit: 0.1, expected: clean })).toBe(96);
  expect(superSimple({ margin }, 96, clean)).toBeLessThanOrEqual(0.1);
  expect(superSimple({ margin }, 90, clean)).toBeGreaterThan(0.1);
  const withOne = superSimpleSampleSize({ margin }, { riskLimit: 0.1, expected: { ...clean, over1: 1 } });
  // ln(1 − 1/2.0781) = −0.6559, so 27.3 more ballots.
  expect(withOne).toBe(123);
  expect(superSimple({ margin }, 96, { ...clean, over2: 1 })).toBeGreaterThan(0.9);
  expect(superSimple({ margin }, 96, { ...clean, under1: 1 })).toBeLessThan(
    superSimple({ margin }, 96, clean),
  );
});

test('RL06 batch comparison by hand', () => {
  const contest = {
    votes: [60, 40],
    batches: [
      [40, 10],
      [20, 30],
    ],
  };
  // (30 + 50) / 20 and (−10 + 50) / 20
  const bounds = errorBounds([contest], [50, 50]);
  expect(bounds).toEqual([4, 2]);
  const found = overstatement([contest], { batch: 0, counted: [[38, 12]] });
  expect(found).toBe(4 / 20);
  const risk = batchComparison(bounds, [
    { batch: 0, overstatement: found },
    { batch: 1, overstatement: 0 },
  ]);
  expect(risk).toBeCloseTo(((5 / 6) * (5 / 6)) / (1 - 0.05), 12);
  expect(batchComparison(bounds, [{ batch: 1, overstatement: 2 }])).toBe(1);
  expect(() => batchComparison(bounds, [{ batch: 1, overstatement: 3 }])).toThrow(RangeError);
});

const strata = (drawn: number, sample: { winner: number; loser: number; other: number }): TwoStrata => ({
  compared: { ballots: 8_000, winner: 4_500, loser: 3_500, drawn, found: clean },
  polled: { ballots: 2_000, winner: 1_100, loser: 800, sample },
});

test('RL07 SUITE: Fisher’s tail, and more evidence is less risk', () => {
  // −2 ln(0.05²) = 11.98; the tail of χ² with 4 degrees of freedom there is 0.0175.
  expect(fisher(0.05, 0.05)).toBeCloseTo(0.0025 * (1 - Math.log(0.0025)), 12);
  expect(fisher(1, 1)).toBe(1);
  const some = stratified(strata(100, { winner: 55, loser: 40, other: 5 }));
  const more = stratified(strata(400, { winner: 220, loser: 160, other: 20 }));
  expect(some).toBeLessThan(1);
  expect(more).toBeLessThan(some);
  const against = stratified(strata(400, { winner: 100, loser: 280, other: 20 }));
  expect(against).toBeGreaterThan(more);
});

test('RL07 SUITE as a fine walk over all splits with an exhaustive polled stratum says', () => {
  const small: TwoStrata = {
    compared: { ballots: 60, winner: 40, loser: 20, drawn: 30, found: clean },
    polled: { ballots: 30, winner: 18, loser: 10, sample: { winner: 9, loser: 4, other: 1 } },
  };
  const falling = (from: number, times: number): number =>
    Array.from({ length: times }, (_, i) => from - i).reduce((a, b) => a * b, 1);
  const chance = (w: number, l: number, u: number): number => falling(w, 9) * falling(l, 4) * falling(u, 1);
  let worst = 0;
  // Leads of the polled stratum are whole numbers: 28 votes of margin, 8 of them here.
  for (let lead = -30; lead <= 30; lead++) {
    const overstated = 28 - (8 - lead);
    const [low, high] = [overstated - 0.5, overstated + 0.5];
    let best = 0;
    for (let w = Math.max(9, lead + 4); w <= 30; w++) {
      const [l, u] = [w - lead, 30 - 2 * w + lead];
      if (l >= 4 && u >= 1) best = Math.max(best, chance(w, l, u));
    }
    const polled = Math.min(1, best / chance(18, 10, 2));
    for (const edge of [low, overstated, high]) {
      if (edge < -20 || edge > 80) continue;
      const perBallot = edge / (2 * 1.03905 * 60);
      const compared = perBallot >= 1 ? 0 : Math.min(1, (1 - perBallot) ** 30);
      worst = Math.max(worst, fisher(compared, polled));
    }
  }
  expect(stratified(small)).toBeCloseTo(worst, 2);
});

test('RL08 the sampler draws what anybody can draw again', () => {
  const again = counterGenerator('seed of twenty dice');
  const drawn = drawSample('seed of twenty dice', { ballots: 1_000, count: 5 });
  expect(drawn).toEqual(Array.from({ length: 5 }, () => again.draw(1_000).index + 1));
  const batches = drawBatches('seed', { weights: [0, 900, 100], count: 300 });
  expect(batches.filter((batch) => batch === 0)).toEqual([]);
  expect(batches.filter((batch) => batch === 1).length).toBeGreaterThan(240);
});
