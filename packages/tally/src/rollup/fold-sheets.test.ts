import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDelta } from './add-delta.ts';
import { childrenFirst } from './children-first.ts';
import { differingAreas } from './differing-areas.ts';
import { foldSheets, type SheetColumns } from './fold-sheets.ts';
import { emptyTally, type Tally } from './tally.ts';
import { tallyOf } from './tally-of.ts';

const width = 3;

/** A random forest whose areas stand in any order, and a sheet for some of the areas. */
const nation = fc
  .tuple(
    fc.array(fc.nat(), { minLength: 1, maxLength: 30 }),
    fc.infiniteStream(fc.nat({ max: 2 ** 31 - 1 })),
    fc.nat(),
  )
  .map(([seeds, figures, shift]) => {
    const areas = seeds.length;
    const place = (i: number) => (i * areasStep(areas) + shift) % areas;
    const parent = new Int32Array(areas).fill(-1);
    for (let i = 1; i < areas; i++) parent[place(i)] = seeds[i]! % 7 === 0 ? -1 : place(seeds[i]! % i);
    const stations = [...parent.keys()].filter((area) => seeds[area]! % 3 !== 0);
    const next = (): number => figures.next().value ?? 0;
    return columnsOf(
      parent,
      stations.map((station) => ({
        station,
        votes: [next(), next(), next()],
        rejected: next(),
        cast: next(),
        registered: next(),
      })),
    );
  });

/** A step that visits every area once: 1 where 7 divides their number. */
const areasStep = (areas: number): number => (areas % 7 === 0 ? 1 : 7);

interface Row {
  station: number;
  votes: number[];
  rejected: number;
  cast: number;
  registered: number;
}

const columnsOf = (parent: Int32Array, rows: Row[]): SheetColumns => ({
  parent,
  width,
  sheetStation: Int32Array.from(rows, ({ station }) => station),
  votes: Int32Array.from(rows.flatMap(({ votes }) => votes)),
  rejected: Int32Array.from(rows, ({ rejected }) => rejected),
  cast: Int32Array.from(rows, ({ cast }) => cast),
  registered: Int32Array.from(rows, ({ registered }) => registered),
});

/** The obvious way: each sheet is added to every one of its ancestors. */
const slowFold = (columns: SheetColumns): Tally[] => {
  const totals = Array.from(columns.parent, () => emptyTally(width));
  for (const [s, station] of columns.sheetStation.entries()) {
    const sheet = {
      votes: [...columns.votes.subarray(s * width, (s + 1) * width)],
      rejected: columns.rejected[s]!,
      cast: columns.cast[s]!,
      registered: columns.registered[s]!,
      stations: 1,
    };
    for (let area = station; area >= 0; area = columns.parent[area]!)
      totals[area] = addDelta(totals[area]!, sheet);
  }
  return totals;
};

test('R03 the fold equals adding every sheet to every ancestor, in any shape of territory', () => {
  fc.assert(
    fc.property(nation, (columns) => {
      const fold = foldSheets(columns);
      expect([...columns.parent.keys()].map((area) => tallyOf(fold, area))).toEqual(slowFold(columns));
      expect(differingAreas(fold, foldSheets(columns))).toEqual([]);
    }),
  );
});

const two = columnsOf(Int32Array.of(2, 2, -1), [
  { station: 0, votes: [214, 203, 10], rejected: 4, cast: 431, registered: 612 },
  { station: 1, votes: [1, 2, 3], rejected: 0, cast: 6, registered: 9 },
]);

test('R03 a parent is the sum of its children', () => {
  const fold = foldSheets(two);
  expect(tallyOf(fold, 2)).toEqual({
    votes: [215, 205, 13],
    rejected: 4,
    cast: 437,
    registered: 621,
    stations: 2,
  });
});

test('R03 a recount finds the areas that are wrong', () => {
  const stored = foldSheets(two);
  stored.votes[2 * width] = stored.votes[2 * width]! + 1;
  stored.cast[1] = 7;
  expect(differingAreas(foldSheets(two), stored)).toEqual([1, 2]);
});

test('R03 impossible columns are bugs of the caller', () => {
  expect(() => foldSheets({ ...two, parent: Int32Array.of(2, 2, 0) })).toThrow('own ancestors');
  expect(() => foldSheets({ ...two, parent: Int32Array.of(2, 9, -1) })).toThrow(RangeError);
  expect(() => foldSheets({ ...two, sheetStation: Int32Array.of(0, 0) })).toThrow('two sheets');
  expect(() => foldSheets({ ...two, sheetStation: Int32Array.of(0, 3) })).toThrow(RangeError);
  expect(() => foldSheets({ ...two, cast: Int32Array.of(1) })).toThrow(RangeError);
  expect(() => tallyOf(foldSheets(two), 3)).toThrow(RangeError);
});

test('R03 areas are ordered children first', () => {
  expect([...childrenFirst(Int32Array.of(-1, 0, 1, 0))]).toEqual([2, 3, 1, 0]);
});
