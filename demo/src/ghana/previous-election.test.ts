import { expect, test } from 'vitest';
import { declared2020 } from './facts/declared.ts';
import { listPreviousElection } from './previous-election.ts';

const previous = listPreviousElection();
const total = (pick: (sheet: (typeof previous.sheets)[number]) => number): number =>
  previous.sheets.reduce((sum, sheet) => sum + pick(sheet), 0);

test('sixteen regional sheets give the declared totals of 2020 with Techiman South', () => {
  expect(previous.sheets).toHaveLength(16);
  expect(total(({ votes }) => votes['AKUFO-ADDO']!)).toBe(declared2020.complete.akufoAddo);
  expect(total(({ votes }) => votes['MAHAMA']!)).toBe(declared2020.complete.mahama);
  // The source states a sum that is one lower than its own rows.
  expect(total(({ cast, rejected }) => cast - rejected)).toBe(declared2020.complete.valid + 1);
  expect(total(({ rejected }) => rejected)).toBe(314_113);
});

test('regional sheets hold together and their registers make the country', () => {
  for (const { votes, rejected, cast, registered } of previous.sheets) {
    expect(Object.values(votes).reduce((a, b) => a + b, rejected)).toBe(cast);
    expect(cast).toBeLessThanOrEqual(registered);
  }
  expect(total(({ registered }) => registered)).toBe(previous.areas[0]!.registered);
  expect(previous.areas[0]!.registered).toBe(16_845_439);
});

test('the seats of 2020 are those declared', () => {
  const seats = Map.groupBy(previous.seats, ({ party }) => party);
  expect(Object.fromEntries([...seats].map(([party, rows]) => [party, rows.length]))).toEqual(
    declared2020.seats,
  );
});
