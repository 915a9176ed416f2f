import { sheetStatuses } from '@comitium/contract';
import { expect, test } from 'vitest';
import { mayCorrect, nextStatus } from './sheet.ts';

const arrows = [
  ['accepted', 'verify', 'verified'],
  ['held', 'release', 'accepted'],
  ['accepted', 'reject', 'rejected'],
  ['held', 'reject', 'rejected'],
  ['verified', 'reject', 'rejected'],
  ['verified', 'certify', 'certified'],
  ['certified', 'uncertify', 'verified'],
] as const;

const commands = ['verify', 'release', 'reject', 'certify', 'uncertify'] as const;

test.each(arrows)('%s –%s→ %s', (from, by, to) => {
  expect(nextStatus(from, by)).toBe(to);
});

test('every arrow that is not drawn is refused', () => {
  const drawn = new Set(arrows.map(([from, by]) => `${from} ${by}`));
  const missing = sheetStatuses.flatMap((from) => commands.map((by) => [from, by] as const));
  const refused = missing.filter(([from, by]) => !drawn.has(`${from} ${by}`));
  expect(refused).toHaveLength(sheetStatuses.length * commands.length - arrows.length);
  for (const [from, by] of refused) expect(nextStatus(from, by), `${from} ${by}`).toBeNull();
});

test('only what is neither certified nor rejected can be corrected', () => {
  expect(sheetStatuses.filter(mayCorrect)).toEqual(['accepted', 'held', 'verified']);
});
