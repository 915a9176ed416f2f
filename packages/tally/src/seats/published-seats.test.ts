// Seats as they were published: figures of real elections and of textbooks, each with its source.
import { unwrap } from '@comitium/basics';
import { expect, test } from 'vitest';
import { hundredths } from '../exact/fraction.ts';
import { withAlliances } from './alliances.ts';
import { biproportional } from './biproportional/biproportional.ts';
import { doublyProportional } from './biproportional/double-proportional.ts';
import { dHondt } from './d-hondt.ts';
import { hagenbachBischoff } from './hagenbach-bischoff.ts';
import { sainteLague } from './sainte-lague.ts';
import { type SeatMethodName, seatMethods } from './seat-methods.ts';

const seatsBy = (name: SeatMethodName, votes: readonly number[], seats: number): number[] =>
  seatMethods[name].apportion({ votes, seats }).seats;

test('P12 P20 Balinski and Young, The quota method of apportionment (1975), two examples', () => {
  const first = [5_117, 4_400, 162, 161, 160];
  const second = [9_061, 7_179, 5_259, 3_319, 1_182];
  const published: readonly (readonly [SeatMethodName, number[], number[]])[] = [
    ['hare-remainder', [51, 44, 2, 2, 1], [9, 7, 5, 4, 1]],
    ['d-hondt', [52, 45, 1, 1, 1], [10, 7, 5, 3, 1]],
    ['hagenbach-bischoff', [52, 45, 1, 1, 1], [10, 7, 5, 3, 1]],
    ['sainte-lague', [51, 43, 2, 2, 2], [9, 8, 5, 3, 1]],
    ['huntington-hill', [51, 43, 2, 2, 2], [9, 7, 6, 3, 1]],
    ['adams', [51, 43, 2, 2, 2], [9, 7, 5, 3, 2]],
    ['dean', [51, 43, 2, 2, 2], [9, 7, 5, 4, 1]],
  ];
  for (const [name, ofFirst, ofSecond] of published) {
    expect(seatsBy(name, first, 100)).toEqual(ofFirst);
    expect(seatsBy(name, second, 26)).toEqual(ofSecond);
  }
});

test('P12 P20 United States 1790: Jefferson’s 105 seats and Hamilton’s 120', () => {
  // Virginia to Delaware; the census of 1790 as in Balinski and Young, Fair Representation, chapters 2 and 3.
  const states = [
    630_560, 475_327, 432_879, 353_523, 331_589, 278_514, 236_841, 206_236, 179_570, 141_822, 85_533, 70_835,
    68_705, 68_446, 55_540,
  ];
  expect(seatsBy('d-hondt', states, 105)).toEqual([19, 14, 13, 10, 10, 8, 7, 6, 5, 4, 2, 2, 2, 2, 1]);
  expect(seatsBy('hare-remainder', states, 120)).toEqual([21, 16, 14, 12, 11, 9, 8, 7, 6, 5, 3, 2, 2, 2, 2]);
});

test('P12 United States 2020: the House of Representatives by Huntington-Hill', () => {
  // Alabama to Wyoming; U.S. Census Bureau, Apportionment population and number of Representatives by state, 2020.
  const states = [
    5_030_053, 736_081, 7_158_923, 3_013_756, 39_576_757, 5_782_171, 3_608_298, 990_837, 21_570_527,
    10_725_274, 1_460_137, 1_841_377, 12_822_739, 6_790_280, 3_192_406, 2_940_865, 4_509_342, 4_661_468,
    1_363_582, 6_185_278, 7_033_469, 10_084_442, 5_709_752, 2_963_914, 6_160_281, 1_085_407, 1_963_333,
    3_108_462, 1_379_089, 9_294_493, 2_120_220, 20_215_751, 10_453_948, 779_702, 11_808_848, 3_963_516,
    4_241_500, 13_011_844, 1_098_163, 5_124_712, 887_770, 6_916_897, 29_183_290, 3_275_252, 643_503,
    8_654_542, 7_715_946, 1_795_045, 5_897_473, 577_719,
  ];
  expect(seatsBy('huntington-hill', states, 435)).toEqual([
    7, 1, 9, 4, 52, 8, 5, 1, 28, 14, 2, 2, 17, 9, 4, 4, 6, 6, 2, 8, 9, 13, 8, 4, 8, 2, 3, 4, 2, 12, 3, 26, 14,
    1, 15, 5, 6, 17, 2, 7, 1, 9, 38, 4, 1, 11, 10, 2, 8, 1,
  ]);
});

test('P01 P05 Austria 2019: the National Council by D’Hondt among those with 4 %', () => {
  // Bundesministerium für Inneres: ÖVP, SPÖ, FPÖ, NEOS, JETZT, Greens, KPÖ, Wandel, BZÖ, BIER, CPÖ, GILT, SLP.
  const votes = [
    1_789_417, 1_011_868, 772_666, 387_124, 89_169, 664_055, 32_736, 22_168, 760, 4_946, 260, 1_767, 310,
  ];
  expect(dHondt({ votes, seats: 183, threshold: hundredths(4) }).seats).toEqual([
    71, 40, 31, 15, 0, 26, 0, 0, 0, 0, 0, 0, 0,
  ]);
});

test('P15 P32 Knesset, September 2019: lists with agreements about surplus votes (Bader–Ofer)', () => {
  // Central Elections Committee: Blue and White + Yisrael Beitenu, Likud + Yamina, Joint List, Shas + UTJ, Labor + Democratic Union.
  const votes = [1_151_214, 310_154, 1_113_617, 260_655, 470_211, 330_199, 268_775, 212_782, 192_495];
  const agreed = [
    [0, 1],
    [2, 3],
    [5, 6],
    [7, 8],
  ];
  expect(withAlliances(hagenbachBischoff, { votes, seats: 120 }, agreed).seats).toEqual([
    33, 8, 32, 7, 13, 9, 7, 6, 5,
  ]);
});

test('P22 Czechia 2021: a region of ten seats by Imperiali’s quota, which buys eleven', () => {
  // Czech Statistical Office: ANO, PirSTAN, Spolu, SPD. Czech law takes the seat back from the smallest remainder, with the same outcome.
  expect(seatsBy('imperiali-remainder', [73_556, 38_628, 78_163, 25_673], 10)).toEqual([3, 2, 4, 1]);
});

test('P60 P64 P66 Uri 2020: the Landrat’s four communes with biproportional seats', () => {
  // Kanton Uri: CVP, SPGB, FDP, SVP in Altdorf, Bürglen, Erstfeld, Schattdorf.
  const votes = [
    [11_471, 11_908, 9_213, 7_756],
    [2_822, 1_606, 1_567, 2_945],
    [2_309, 1_705, 946, 1_573],
    [4_794, 2_600, 2_961, 3_498],
  ];
  const { seats, ties } = unwrap(doublyProportional({ votes, districtSeats: [15, 7, 6, 9] }));
  expect(ties).toEqual([]);
  expect(seats).toEqual([
    [5, 4, 3, 3],
    [2, 1, 1, 3],
    [2, 2, 1, 1],
    [3, 2, 2, 2],
  ]);
});

test('P60 P61 City of Zürich 2002: what biproportional seats would have been', () => {
  // Pukelsheim and Schuhmacher, Das neue Zürcher Zuteilungsverfahren für Parlamentswahlen (2004): SP, SVP, FDP, Greens, CVP, SeniorL, AL.
  const voters = [
    [3_516, 1_709, 2_413, 1_080, 639, 247, 184],
    [4_264, 1_806, 1_062, 860, 539, 339, 503],
    [3_103, 758, 566, 867, 467, 137, 940],
    [3_626, 1_349, 1_487, 956, 471, 359, 280],
    [4_968, 2_423, 4_354, 1_939, 968, 485, 411],
    [3_632, 2_724, 1_266, 730, 946, 482, 230],
    [4_103, 2_135, 2_066, 885, 647, 446, 363],
    [4_105, 3_333, 1_607, 771, 949, 636, 247],
    [1_970, 1_516, 486, 211, 446, 344, 65],
  ];
  const sums = [0, 1, 2, 3, 4, 5, 6].map((list) => voters.reduce((sum, row) => sum + row[list]!, 0));
  const { seats: listSeats } = sainteLague({ votes: sums, seats: 125 });
  const districtSeats = [12, 16, 13, 10, 17, 16, 12, 19, 10];
  expect(unwrap(biproportional({ votes: voters, districtSeats, listSeats })).seats).toEqual([
    [4, 2, 3, 2, 1, 0, 0],
    [6, 3, 2, 2, 1, 1, 1],
    [6, 1, 1, 2, 1, 0, 2],
    [4, 2, 2, 1, 1, 0, 0],
    [5, 2, 5, 2, 1, 1, 1],
    [6, 5, 2, 1, 1, 1, 0],
    [5, 2, 3, 1, 1, 0, 0],
    [7, 5, 3, 1, 1, 1, 1],
    [4, 3, 1, 0, 1, 1, 0],
  ]);
});
