// Elections by double proportionality as they were held, from the figures of the Statistisches Amt of the canton and of the city.
import { unwrap } from '@comitium/basics';
import { expect, test } from 'vitest';
import { biproportional } from './biproportional.ts';
import { doublyProportional } from './double-proportional.ts';

test('P60 P61 P62 P64 P66 Kantonsrat of Zürich 2019: 180 seats of 9 lists in 18 districts', () => {
  // SVP, SP, FDP, GLP, Greens, CVP, EVP, AL, EDU: party votes and seats by district.
  const votes = [
    [5_662, 10_910, 7_360, 5_902, 7_844, 1_733, 595, 2_416, 234],
    [33_512, 70_295, 23_592, 28_663, 40_514, 9_960, 5_633, 19_009, 579],
    [2_806, 13_484, 3_544, 6_298, 7_648, 605, 332, 6_716, 132],
    [19_416, 47_596, 23_745, 23_529, 28_051, 4_593, 3_210, 13_611, 527],
    [10_255, 18_531, 19_624, 11_897, 12_358, 3_841, 1_761, 3_497, 254],
    [34_595, 48_742, 19_779, 22_934, 25_102, 7_495, 7_270, 8_129, 2_007],
    [42_481, 26_964, 25_055, 17_993, 8_943, 11_792, 4_696, 2_059, 1_912],
    [19_265, 12_885, 10_929, 10_265, 7_841, 2_046, 6_198, 645, 1_666],
    [90_998, 62_623, 80_180, 44_371, 38_102, 27_867, 17_095, 5_358, 5_201],
    [84_129, 44_284, 78_979, 41_532, 28_743, 13_575, 7_707, 3_387, 5_799],
    [65_778, 27_743, 29_178, 21_841, 26_285, 12_702, 12_406, 3_348, 13_508],
    [104_683, 66_288, 58_214, 58_620, 41_076, 19_030, 13_213, 6_346, 9_538],
    [29_795, 13_278, 13_278, 10_930, 9_147, 2_560, 9_014, 1_142, 4_628],
    [60_891, 78_239, 34_703, 47_208, 49_152, 12_248, 17_964, 12_915, 5_837],
    [34_466, 11_390, 13_911, 13_606, 9_274, 2_963, 7_823, 638, 2_685],
    [12_437, 4_796, 5_329, 2_891, 3_289, 546, 1_500, 348, 915],
    [140_138, 69_786, 70_138, 53_964, 35_950, 15_590, 22_574, 5_680, 16_807],
    [64_859, 21_420, 21_372, 19_054, 14_529, 5_866, 4_442, 1_387, 8_512],
  ];
  const districtSeats = [5, 12, 5, 9, 6, 12, 11, 6, 15, 12, 11, 16, 7, 13, 7, 4, 18, 11];
  const { listSeats, seats, ties } = unwrap(doublyProportional({ votes, districtSeats }));
  expect(listSeats).toEqual([45, 35, 29, 23, 22, 8, 8, 6, 4]);
  expect(ties).toEqual([]);
  expect(seats.map((row) => row.join(' '))).toEqual([
    '1 1 1 1 1 0 0 0 0',
    '2 3 1 1 2 1 0 2 0',
    '0 2 0 1 1 0 0 1 0',
    '1 3 1 1 2 0 0 1 0',
    '1 1 2 1 1 0 0 0 0',
    '2 3 1 2 2 1 0 1 0',
    '4 2 2 1 1 1 0 0 0',
    '1 1 1 1 1 0 1 0 0',
    '4 3 3 2 1 1 1 0 0',
    '3 2 3 2 1 1 0 0 0',
    '3 1 2 1 1 1 1 0 1',
    '4 3 2 2 2 1 1 0 1',
    '2 1 1 1 1 0 1 0 0',
    '2 3 2 2 2 0 1 1 0',
    '2 1 1 1 1 0 1 0 0',
    '2 1 1 0 0 0 0 0 0',
    '6 3 3 2 1 1 1 0 1',
    '5 1 2 1 1 0 0 0 1',
  ]);
});

test('P66 City of Zürich 2018: voters as published, rounded district by district', () => {
  // SP, SVP, FDP, Greens, GLP, AL, EVP/BDP in districts 1+2, 3, 4+5, 6, 7+8, 9, 10, 11, 12.
  const byList = [
    [37_360, 67_129, 49_212, 34_296, 71_164, 60_063, 52_231, 89_477, 13_192],
    [15_856, 19_340, 8_339, 8_974, 28_050, 33_783, 17_789, 55_160, 8_980],
    [23_990, 20_529, 13_844, 16_857, 69_536, 26_712, 23_098, 40_194, 3_826],
    [15_007, 26_471, 19_388, 12_571, 31_442, 20_296, 15_534, 28_713, 4_191],
    [12_551, 19_573, 16_442, 11_613, 28_414, 16_488, 14_630, 31_911, 2_931],
    [7_668, 22_692, 22_136, 7_612, 13_659, 10_164, 12_054, 12_435, 1_954],
    [1_841, 2_939, 1_152, 2_101, 5_655, 9_777, 3_374, 13_901, 2_568],
  ];
  const districtSeats = [12, 15, 13, 10, 16, 16, 12, 22, 9];
  const votes = districtSeats.map((_, district) => byList.map((row) => row[district]!));
  const { voters, listSeats } = unwrap(doublyProportional({ votes, districtSeats }));
  expect(voters).toEqual([32_892, 12_999, 16_312, 12_064, 10_580, 7_892, 2_810]);
  expect(listSeats).toEqual([43, 17, 21, 16, 14, 10, 4]);
});

test('P62 two districts and three lists with votes in the same proportion: who has the odd seats is a lot', () => {
  const votes = [
    [1_000, 1_000, 1_000],
    [500, 500, 500],
  ];
  const { ties } = unwrap(biproportional({ votes, districtSeats: [8, 4], listSeats: [4, 4, 4] }));
  // 8/3 and 4/3 seats each: two of three lists have a third seat in the first district, and the other a second one in the second.
  expect(ties).toHaveLength(1);
  expect(ties[0]!.cells.map(({ least }) => least)).toEqual([2, 2, 2, 1, 1, 1]);
});
