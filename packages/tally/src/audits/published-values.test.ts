// Published figures: of the papers, of the test suites of Arlo (votingworks/arlo, server/tests/audit_math), of CORLA18, of rlacalc
// (N. McBurnett), and of the samplers.
import { expect, test } from 'vitest';
import { batchComparison, batchSampleSize, errorBounds } from './batch-comparison.ts';
import { bravo, bravoRoundSize, bravoSampleSize } from './bravo.ts';
import { countDiscrepancies, overstatedBy } from './discrepancies.ts';
import { drawSample } from './draw-sample.ts';
import { drawTickets, shortTicket } from './draw-tickets.ts';
import { minervaContest, minervaRoundSize } from './minerva.ts';
import { pairsOf } from './reported-contest.ts';
import { comparisonRisk, pollingRisk, stratified, stratifiedSampleSize } from './stratified.ts';
import { dilutedMargin, superSimple, superSimpleSizeFromRates } from './super-simple.ts';

const clean = { over1: 0, over2: 0, under1: 0, under2: 0 };
const riskLimit = 0.1;

interface Polled {
  readonly votes: readonly number[];
  readonly ballots: number;
  readonly winners?: number;
  readonly sample?: readonly number[];
}

const sizesOf = ({ votes, ballots, winners, sample }: Polled): number[] => [
  bravoSampleSize({ votes, winners }, { ballots, riskLimit, sample }),
  ...[0.7, 0.8, 0.9].map((chance) =>
    bravoRoundSize({ votes, winners }, { ballots, riskLimit, sample, chance }),
  ),
];

test('RL02 RL11 sizes of BRAVO as Arlo has them, first and second round', () => {
  expect(sizesOf({ votes: [600, 400], ballots: 1_000 })).toEqual([119, 184, 244, 351]);
  expect(sizesOf({ votes: [600, 200, 100], ballots: 900 })).toEqual([22, 32, 41, 57]);
  expect(sizesOf({ votes: [600, 200, 100], ballots: 900, sample: [25, 18, 5] })).toEqual([42, 57, 66, 87]);
  expect(sizesOf({ votes: [300, 200, 200], ballots: 1_000 })).toEqual([238, 368, 488, 702]);
  expect(sizesOf({ votes: [10_000, 9_000, 200], ballots: 20_000 })).toEqual([1769, 2837, 3760, 5426]);
  expect(sizesOf({ votes: [300, 200, 100], ballots: 700, winners: 2 })[0]).toBe(101);
  expect(sizesOf({ votes: [300, 300, 100], ballots: 700, winners: 2 })[0]).toBe(34);
  expect(sizesOf({ votes: [300, 300, 100], ballots: 700, winners: 2, sample: [72, 55, 30] })[0]).toBe(14);
});

test('RL11 sizes for a chance, as Arlo has them', () => {
  const size = (votes: number[], chance: number, sample?: number[]) =>
    bravoRoundSize({ votes }, { ballots: 1_000, riskLimit, chance, sample });
  expect(size([400, 320], 0.9)).toBe(1_599);
  expect(size([360, 320], 0.9)).toBe(6_067);
  // 1,683 ballots for either at a share of 0.68 are 2,475 exactly; Arlo's 0.36 is a little less than 0.36, and so it says 2,476.
  expect(size([360, 320], 0.6)).toBe(2_475);
  expect(size([520, 470], 0.9)).toBe(5_657);
  expect(size([400, 320], 0.4)).toBe(409);
  expect(size([520, 470], 0.9, [2_923, 2_735])).toBe(2_636);
  expect(size([520, 470], 0.9, [10_000, 0])).toBe(0);
  expect(() => size([520, 470], 1)).toThrow(RangeError);
});

test('RL01 risks of BRAVO as Arlo has them', () => {
  const risks = (votes: number[], sample: number[], winners = 1) =>
    bravo({ votes, winners }, sample).map(({ pValue }) => Number(pValue.toFixed(2)));
  expect(risks([600, 400], [72, 47])).toEqual([0.07]);
  expect(risks([600, 200, 100], [25, 18, 5])).toEqual([1, 0]);
  expect(risks([300, 200, 100], [30, 25, 10], 2)).toEqual([0.01, 0.04]);
  expect(risks([300, 300, 100], [72, 55, 30], 2)).toEqual([0, 0.22]);
  const [close] = bravo({ votes: [10_000, 9_000, 200] }, [1_200, 1_000, 10]);
  expect(close?.pValue).toBeCloseTo(0.000561, 5);
});

const minervaRisk = (votes: number[], rounds: number[][], winners = 1): number =>
  Math.max(...minervaContest({ votes, winners }, rounds, { riskLimit }).map(({ pValue }) => pValue));

test('RL04 risks of Minerva as Arlo and Athena have them', () => {
  const wide = [600, 400, 100];
  expect(minervaRisk(wide, [[56, 40, 3]])).toBeCloseTo(0.0933945799801079, 10);
  expect(minervaRisk(wide, [[40, 40, 3]])).toBeCloseTo(0.5596434615209632, 10);
  expect(
    minervaRisk(wide, [
      [40, 40, 3],
      [70, 30, 10],
    ]),
  ).toBeCloseTo(0.006382031505998192, 10);
  // Georgia's special election of 2020, the two who went on to the second vote.
  expect(minervaRisk([1_613_896, 1_270_718, 978_667, 132], [[384, 276, 234, 1]], 2)).toBeCloseTo(
    0.039858047805999164,
    10,
  );
  const two = [400, 400, 200, 100];
  expect(minervaRisk(two, [[40, 40, 18, 2]], 2)).toBeCloseTo(0.0064653703790821795, 10);
  expect(
    minervaRisk(
      two,
      [
        [30, 30, 30, 10],
        [50, 50, 25, 25],
      ],
      2,
    ),
  ).toBeCloseTo(0.083535346859948, 10);
});

test('RL04 rounds of 100,000 ballots, and samples beyond all likelihood', () => {
  const narrow = [5_100_000, 4_900_000, 100];
  expect(minervaRisk(narrow, [[5_100, 4_990, 1]])).toBeCloseTo(0.16896200607848647, 9);
  expect(
    minervaRisk(narrow, [
      [50_100, 49_900, 1],
      [51_000, 49_000, 0],
    ]),
  ).toBeCloseTo(0.0016102827517693026, 9);
  expect(minervaRisk([2_453_876, 2_358_432], [[17_605, 0]])).toBeLessThan(1e-100);
});

test('RL12 a round of Minerva does what is asked of it, near the sizes of Athena', () => {
  const size = (votes: number[], ballots: number, chance: number, winners = 1) =>
    minervaRoundSize({ votes, winners }, { ballots, riskLimit, chance });
  expect(size([600, 400, 100], 1_200, 0.9)).toBe(215);
  expect(size([300, 200, 200], 1_000, 0.9)).toBe(358);
  expect(size([400, 400, 200, 100], 1_100, 0.9, 2)).toBe(114);
  expect(size([600, 200, 100], 900, 0.8)).toBe(25);
  expect(size([100, 1], 101, 0.9)).toBe(4);
  expect(size([100, 0], 100, 0.7)).toBe(4);
  // Athena: 430,133.
  expect(Math.abs(size([502_000, 498_000], 1_000_000, 0.9) - 430_133)).toBeLessThan(500);
  expect(
    minervaRoundSize({ votes: [600, 400] }, { ballots: 1_000, riskLimit, chance: 0.9, rounds: [[90, 10]] }),
  ).toBe(0);
});

test('RL05 RL13 sizes and risks of super-simple comparisons as Stark’s tools and Arlo have them', () => {
  const cases = [
    { votes: [60_000, 40_000], ballots: 100_000, first: 27, one: 38, two: 100_000, risk: 0.06507 },
    { votes: [30_000, 24_000], ballots: 60_000, first: 54, one: 76, two: 60_000, risk: 0.06973 },
    { votes: [18_000, 12_600], ballots: 36_000, first: 36, one: 51, two: 36_000, risk: 0.0674 },
    { votes: [8_000, 6_000], ballots: 15_000, first: 40, one: 57, two: 15_000, risk: 0.07048 },
    { votes: [10_000, 0], ballots: 10_000, first: 6, one: 7, two: 33, risk: 0.0195 },
    { votes: [10, 4], ballots: 15, first: 14, one: 15, two: 15, risk: 0.05013 },
    { votes: [600, 300, 100], winners: 2, ballots: 1_000, first: 27, one: 38, two: 1_000, risk: 0.06508 },
  ];
  for (const { votes, winners, ballots, first, one, two, risk } of cases) {
    const margin = dilutedMargin([{ votes, winners }], ballots);
    const size = (rates?: typeof clean) =>
      superSimpleSizeFromRates({ margin }, { riskLimit, rates, ballots });
    expect(size()).toBe(first);
    expect(size({ ...clean, over1: 1 / first })).toBe(one);
    expect(size({ ...clean, over2: 1 / first })).toBe(two);
    expect(superSimple({ margin }, first, clean)).toBeCloseTo(risk, 4);
  }
  const margin = dilutedMargin([{ votes: [10_000, 0] }], 10_000);
  expect(superSimple({ margin }, 6, { ...clean, over1: 1 })).toBeCloseTo(0.03758, 5);
  expect(superSimple({ margin }, 6, { ...clean, over2: 1 })).toBeCloseTo(0.51877, 5);
});

test('RL14 discrepancies as Arlo counts them', () => {
  const pairs = pairsOf({ votes: [60_000, 40_000] });
  const by = (record: number[] | null, hand: number[] | null) => overstatedBy(pairs, { record, hand });
  expect([by([0], [0]), by([0], []), by([1], [0]), by([0], [1])]).toEqual([0, 1, -2, 2]);
  expect([by(null, [0]), by([0], null), by([], [1]), by([0, 1], [])]).toEqual([2, 2, 1, 0]);
  const two = pairsOf({ votes: [600, 300, 100], winners: 2 });
  expect(overstatedBy(two, { record: [1], hand: [] })).toBe(1);
  const found = countDiscrepancies(two, [
    { record: [1], hand: [2] },
    { record: [1], hand: null, times: 2 },
    { record: [2], hand: [2] },
    // The leads of both winners over the one loser grow.
    { record: [2], hand: [0, 1] },
    { record: [], hand: [0, 1] },
    { record: [0], hand: [] },
  ]);
  expect(found).toEqual({ over1: 1, over2: 3, under1: 1, under2: 1 });
});

test('RL06 RL15 sizes of batch comparisons as Arlo has them', () => {
  // 200 precincts of 400 ballots and as many postal batches of 200; 200 : 180 of them in each.
  const whole = { size: 400, votes: [200, 180] };
  const postal = { size: 200, votes: [100, 90] };
  const batches = Array.from({ length: 200 }, () => [whole, postal]).flat();
  const contest = { votes: [60_000, 54_000], batches: batches.map(({ votes }) => votes) };
  const bounds = errorBounds(
    [contest],
    batches.map(({ size }) => size),
  );
  expect(bounds.slice(0, 2)).toEqual([0.07, 0.035]);
  const size = (counted: Parameters<typeof batchComparison>[1]) =>
    batchSampleSize(bounds, { riskLimit: 0.25, counted });
  expect(size([])).toBe(29);
  const good = Array.from({ length: 31 }, (_, i) => ({ batch: 2 * i, overstatement: 0 }));
  expect(size(good)).toBe(26);
  const bad = Array.from({ length: 6 }, (_, i) => ({ batch: 200 + 2 * i, overstatement: 20 / 6_000 }));
  expect(size([...good, ...bad])).toBe(25);
  expect(batchComparison(bounds, good)).toBeCloseTo((20 / 21) ** 31, 12);
  // The taint of each bad batch, 1/21, takes back just what its draw brings.
  expect(batchComparison(bounds, [...good, ...bad])).toBeCloseTo((20 / 21) ** 31, 12);
});

test('RL06 what the winner gains counts only where it is asked for', () => {
  const drawn = [{ batch: 0, overstatement: -0.5 }];
  expect(batchComparison([2, 2], drawn)).toBeCloseTo(0.75 / 1.25, 12);
  expect(batchComparison([2, 2], drawn, { gains: 'ignored' })).toBe(0.75);
});

test('RL16 risks of a polled stratum as Arlo has them', () => {
  const risk = (votes: number[], sample: number[]) => {
    const [ballots = 0, winner = 0, loser = 0] = votes;
    const [drawn = 0, forWinner = 0, forLoser = 0] = sample;
    const other = drawn - forWinner - forLoser;
    return pollingRisk({ ballots, winner, loser, sample: { winner: forWinner, loser: forLoser, other } }, 0);
  };
  expect(risk([1_000, 500, 450], [100, 50, 50])).toBe(1);
  expect(risk([1_000, 600, 400], [100, 60, 40])).toBeCloseTo(0.10693399, 8);
  expect(risk([10, 6, 4], [4, 3, 1])).toBeCloseTo(0.625, 12);
  expect(risk([10, 6, 4], [3, 2, 1])).toBeCloseTo(0.83333333, 8);
});

test('RL07 RL16 the example of CORLA18, and its sample size', () => {
  const compared = { ballots: 10_000, winner: 4_550, loser: 4_950 };
  const polled = { ballots: 1_000, winner: 750, loser: 150 };
  expect(comparisonRisk({ ...compared, drawn: 500, found: clean }, 0.3 * 200)).toBeCloseTo(0.2355777, 7);
  const seen = { winner: 187, loser: 37, other: 26 };
  expect(pollingRisk({ ...polled, sample: seen }, 600 - 0.7 * 200)).toBeCloseTo(0.0060682, 6);
  const risk = stratified({
    compared: { ...compared, drawn: 500, found: clean },
    polled: { ...polled, sample: seen },
  });
  // The largest on the grid of 0.05 is 0.070499.
  expect(risk).toBeGreaterThan(0.070499);
  expect(risk).toBeLessThan(0.0715);
  const size = stratifiedSampleSize({ compared, polled }, 0.05);
  expect(size).toEqual({ compared: 1_370, polled: 138 });
});

// C. Jerdonek's test cases for Rivest's sampler, cjerdonek/rivest-sampler-tests.
test('RL08 draws by seed and counter as the published test cases have them', () => {
  const draws = (seed: string, ballots: number) => drawSample(seed, { ballots, count: 3 });
  expect(draws('0', 1_000)).toEqual([905, 573, 160]);
  expect(draws('0', 2)).toEqual([1, 1, 2]);
  expect(draws('1', 1_000)).toEqual([97, 89, 163]);
  expect(draws('0000000000', 1_000)).toEqual([978, 359, 132]);
  expect(draws('999999999999999999999999', 1_000)).toEqual([544, 800, 654]);
  expect(draws('abcde', 1_000)).toEqual([247, 427, 157]);
});

test('RL17 tickets as consistent_sampler and Arlo draw them', () => {
  const two = drawTickets(['a', 'b'], '52', { count: 20, replace: true });
  expect(two.slice(0, 8).map(({ id, ticket, times }) => `${shortTicket(ticket)} ${id} ${times}`)).toEqual([
    '0.197384308 b 1',
    '0.255926637 b 2',
    '0.366142288 a 1',
    '0.647437512 a 2',
    '0.756017834 a 3',
    '0.791946361 b 3',
    '0.808380564 a 4',
    '0.9198557294 a 5',
  ]);
  expect(shortTicket(two[19]!.ticket, 2)).toBe('0.9988');
  const numbers = Array.from({ length: 100 }, (_, i) => String(i));
  const ids = (count: number) =>
    drawTickets(numbers, '41', { count, replace: false }).map(({ id }) => Number(id));
  expect(ids(10)).toEqual([73, 51, 17, 58, 38, 42, 39, 20, 11, 67]);
  expect(ids(5)).toEqual([73, 51, 17, 58, 38]);
  expect(() => ids(101)).toThrow(RangeError);
  // Arlo's ids are pairs as Python writes them.
  const manifest = [1, 2, 3, 4].flatMap((batch) =>
    Array.from({ length: 25 }, (_, i) => `('pct ${batch}', ${i + 1})`),
  );
  const seed = '12345678901234567890abcdefghijklmnopqrstuvwxyz😊';
  const drawn = drawTickets(manifest, seed, { count: 20, replace: true });
  expect(
    [0, 1, 10, 19].map((at) => [shortTicket(drawn[at]!.ticket, 18), drawn[at]!.id, drawn[at]!.times]),
  ).toEqual([
    ['0.000617786129909912', "('pct 2', 3)", 1],
    ['0.002991631653037245', "('pct 3', 24)", 1],
    ['0.096136506157297637', "('pct 1', 20)", 2],
    ['0.138772253094235762', "('pct 4', 20)", 1],
  ]);
});

test('RL01 RL02 BRAVO’s own table of averages, and counties of Colorado 2018, as rlacalc has them', () => {
  const average = (winner: number) =>
    bravoSampleSize({ votes: [winner, 1_000 - winner] }, { ballots: 1_000, riskLimit });
  expect([average(505), average(520), average(600)]).toEqual([46_151, 2_902, 119]);
  const risk = (votes: number[], sample: number[]) => bravo({ votes }, sample)[0]?.pValue;
  expect(risk([1_410, 1_132], [170, 135])).toBeCloseTo(0.1342382069344729, 12);
  expect(risk([2_894, 1_695], [45, 32])).toBeCloseTo(0.47002027242290234, 12);
  // Where a program that multiplies would overflow.
  expect(risk([100_000, 0], [50_000, 0])).toBe(0);
});

test('RL05 RL13 New Hampshire 2016 and sizes from rates as rlacalc and Colorado have them', () => {
  const margin = dilutedMargin([{ votes: [354_040, 337_589] }], 354_040 + 337_589 + 33_234);
  expect(superSimple({ margin }, 200, { ...clean, over1: 1 })).toBeCloseTo(0.21438135077031842, 12);
  const size = (wanted: number, rates?: Partial<typeof clean>) =>
    superSimpleSizeFromRates(
      { margin: wanted },
      { riskLimit: 0.05, rates: rates && { ...clean, ...rates }, ballots: 100_000 },
    );
  expect(size(margin, { over1: 0.001 })).toBe(335);
  expect(size(0.05, { over1: 0.001, under1: 0.001 })).toBe(136);
  expect(size(0.2)).toBe(34);
});

test('RL05 the paper’s table 3: 500 ballots at a diluted margin of 2 %', () => {
  const risk = (inflation: number, found: Partial<typeof clean>) =>
    Number(superSimple({ margin: 0.02, inflation }, 500, { ...clean, ...found }).toFixed(3));
  expect([0, 1, 2, 3].map((over1) => risk(1.01, { over1 }))).toEqual([0.007, 0.014, 0.027, 0.054]);
  expect([1, 2, 3].map((over2) => risk(1.01, { over2 }))).toEqual([0.698, 1, 1]);
  expect([0, 1, 2, 3].map((over1) => risk(1.1, { over1 }))).toEqual([0.01, 0.019, 0.035, 0.064]);
  expect([1, 2].map((over2) => risk(1.1, { over2 }))).toEqual([0.114, 1]);
});
