import { expect, test } from 'vitest';
import { hundredths } from '../exact/fraction.ts';
import { dHondt } from './d-hondt.ts';

/** Certified votes by list and blank votes; Congress of Deputies, 23 July 2023 (source: Ministerio del Interior). */
const provinces = [
  {
    // The sixth seat: JUNTS 63,251 / 2 = 31,625.5 before PP 31,341.
    name: 'Girona',
    votes: [93_448, 63_251, 47_531, 35_344, 31_341, 22_706, 18_229, 3_531, 3_388, 570, 420, 248],
    blank: 2_981,
    seats: [2, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0],
  },
  {
    name: 'Madrid',
    votes: [1_463_183, 1_004_599, 557_780, 506_164, 21_742, 7_652, 6_749, 3_784, 3_407, 2_902, 1_751],
    blank: 28_960,
    seats: [16, 10, 6, 5, 0, 0, 0, 0, 0, 0, 0],
  },
  {
    name: 'Soria',
    votes: [18_895, 14_966, 9_697, 4_978, 1_711, 94, 68, 43, 23, 9],
    blank: 285,
    seats: [1, 1, 0, 0, 0, 0, 0, 0, 0, 0],
  },
  {
    name: 'Ceuta',
    votes: [12_918, 11_332, 7_752, 821, 53, 53, 33, 31],
    blank: 328,
    seats: [1, 0, 0, 0, 0, 0, 0, 0],
  },
];

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

test.each(provinces)('P01 P05 $name gives the seats it gave', ({ votes, blank, seats }) => {
  const allocation = dHondt({
    votes,
    seats: sum(seats),
    threshold: hundredths(3),
    thresholdBase: sum(votes) + blank,
    moreVotesFirst: true,
  });
  expect(allocation).toMatchObject({ seats, tie: null, unallocated: 0 });
});
