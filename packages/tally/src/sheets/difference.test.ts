import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDelta, sumTallies } from '../rollup/add-delta.ts';
import { emptyTally, type Tally } from '../rollup/tally.ts';
import { contribution, type Revision } from './contribution.ts';
import { difference, revisionDelta } from './difference.ts';
import { bases, countedIn, type SheetStatus } from './sheet-status.ts';

const statuses: SheetStatus[] = [
  'submitted',
  'held',
  'accepted',
  'verified',
  'certified',
  'rejected',
  'superseded',
];
const figure = fc.nat({ max: 2 ** 31 - 1 });
const figures = fc.record({
  votes: fc.array(figure, { minLength: 3, maxLength: 3 }),
  rejected: figure,
  cast: figure,
  registered: figure,
});
const revision: fc.Arbitrary<Revision> = fc.record({ status: fc.constantFrom(...statuses), figures });
const night = fc.array(fc.array(revision, { maxLength: 4 }), { maxLength: 8 });

test('S20 a status counts in the bases it has reached', () => {
  const counted = (status: SheetStatus) => bases.filter((basis) => countedIn(status, basis));
  expect(counted('accepted')).toEqual(['provisional']);
  expect(counted('verified')).toEqual(['provisional', 'verified']);
  expect(counted('certified')).toEqual(['provisional', 'verified', 'certified']);
  for (const status of ['submitted', 'held', 'rejected', 'superseded'] as const)
    expect(counted(status)).toEqual([]);
});

test('S21 a correction changes the totals by its difference', () => {
  const before = { votes: [214, 203, 10], rejected: 4, cast: 431, registered: 612 };
  const after = { votes: [241, 176, 10], rejected: 4, cast: 431, registered: 612 };
  expect(difference(before, after)).toEqual({
    votes: [27, -27, 0],
    rejected: 0,
    cast: 0,
    registered: 0,
    stations: 0,
  });
  expect(difference(null, after)).toEqual({ ...after, stations: 1 });
  expect(addDelta({ ...after, stations: 1 }, difference(after, null)!)).toEqual(emptyTally(3));
});

test('S21 deltas in any order of stations add up to the sum of the last revisions, in every basis', () => {
  fc.assert(
    fc.property(night, fc.infiniteStream(fc.nat()), (stations, picks) => {
      for (const basis of bases) {
        const heads = stations.map(() => 0);
        let total = emptyTally(3);
        let waiting = stations.flatMap((revisions, station) => revisions.map(() => station));
        while (waiting.length > 0) {
          const at = (picks.next().value ?? 0) % waiting.length;
          const station = waiting[at]!;
          waiting = waiting.filter((_, i) => i !== at);
          const head = heads[station]!++;
          const revisions = stations[station]!;
          const delta = revisionDelta(revisions[head - 1] ?? null, revisions[head]!, basis);
          if (delta !== null) total = addDelta(total, delta);
        }
        const last = stations.map((revisions) => contribution(revisions.at(-1) ?? null, basis));
        const expected: Tally[] = last.filter((f) => f !== null).map((f) => ({ ...f, stations: 1 }));
        expect(total).toEqual(sumTallies(expected, 3));
      }
    }),
  );
});

test('S22 verifying a sheet does not touch the provisional totals', () => {
  const sheet = { votes: [1, 2, 3], rejected: 0, cast: 6, registered: 9 };
  const accepted: Revision = { status: 'accepted', figures: sheet };
  const verified: Revision = { status: 'verified', figures: { ...sheet, votes: [1, 2, 3] } };
  expect(revisionDelta(accepted, verified, 'provisional')).toBeNull();
  expect(revisionDelta(accepted, verified, 'verified')).toEqual({ ...sheet, stations: 1 });
  expect(revisionDelta(accepted, verified, 'certified')).toBeNull();
  expect(revisionDelta(null, null, 'provisional')).toBeNull();
});

test('S22 a change of any single figure is a change', () => {
  const sheet = { votes: [1, 2, 3], rejected: 0, cast: 6, registered: 9 };
  const none = { votes: [0, 0, 0], rejected: 0, cast: 0, registered: 0, stations: 0 };
  expect(difference(sheet, { ...sheet })).toBeNull();
  expect(difference(sheet, { ...sheet, votes: [1, 2, 4] })).toEqual({ ...none, votes: [0, 0, 1] });
  for (const figure of ['rejected', 'cast', 'registered'] as const) {
    expect(difference(sheet, { ...sheet, [figure]: sheet[figure] + 1 })).toEqual({ ...none, [figure]: 1 });
  }
});

test('S21 revisions of different widths cannot be compared', () => {
  const sheet = { votes: [1, 2, 3], rejected: 0, cast: 6, registered: 9 };
  expect(() => difference(sheet, { ...sheet, votes: [1] })).toThrow(RangeError);
});
