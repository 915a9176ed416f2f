import { expect, test } from 'vitest';
import type { CheckContext } from './check-context.ts';
import { checkSheet } from './check-sheet.ts';
import { checks } from './checks.ts';
import type { Finding } from './finding.ts';
import { readVotes } from './read-votes.ts';
import { ballot, sheet } from './sheet-fixture.ts';

const instant = (hour: number): Date => new Date(Date.UTC(2024, 11, 7, hour));
const siblings = { count: 6, mean: 0.25, deviation: 0.01 };

const readingFindings = (record: Record<string, unknown>): Finding[] => {
  const read = readVotes(record, ballot);
  return read.ok ? [] : read.error;
};

const surroundings: CheckContext = {
  registerFigure: 77,
  siblings,
  identicalTo: 'GH-A0102',
  pollsClosedAt: instant(17),
  capturedAt: instant(16),
  receivedAt: instant(12),
  previous: { choice: 1, share: 0.125, siblings },
};

/** Every rule broken at least once. */
const findings: readonly Finding[] = [
  ...readingFindings({ NPP: 1, 'id-npp': 1, CPP: 2, XYZ: 4, 'id-member-of-parliament': 5 }),
  ...readingFindings({ NPP: -3, NDC: 2.5, CPP: 2 ** 31 }),
  ...checkSheet(sheet({ votes: [0, 900, 3], rejected: 100, cast: 810, registered: 808 }, surroundings)),
  ...checkSheet(sheet({ votes: [0, 0, 0], rejected: 0, cast: 0, registered: 612 })),
];

const ofRule = (rule: string): Finding | undefined => findings.find((finding) => finding.rule === rule);

test('every rule gives what its message is made of', () => {
  const values = Object.fromEntries(checks.map(({ id }) => [id, ofRule(id)?.values]));
  expect(values).toEqual({
    S01: { choices: ['XYZ'] },
    S02: { choices: ['National Democratic Congress'] },
    S03: { choices: ['New Patriotic Party'] },
    S04: { choices: ['id-member-of-parliament'] },
    S05: { broken: [{ field: 'votes.NPP', name: 'New Patriotic Party', value: -3 }] },
    S06: { broken: [{ field: 'votes.NDC', name: 'National Democratic Congress', value: 2.5 }] },
    S07: { broken: [{ field: 'votes.CPP', name: 'CPP', value: 2 ** 31 }], largest: 2 ** 31 - 1 },
    S08: { votes: 903, rejected: 100, sum: 1003, cast: 810 },
    S09: { cast: 810, registered: 808, excess: 2 },
    S10: { registered: 808, onRegister: 77 },
    S11: { registered: 612 },
    S12: { rejected: 100, cast: 810, share: 100 / 810 },
    S13: { choice: 'National Democratic Congress', votes: 900, valid: 903, share: 900 / 903 },
    S14: { turnout: 810 / 808, cast: 810, registered: 808, stations: 6, meanTurnout: 0.25 },
    S15: { station: 'GH-A0102', cast: 810, registered: 808 },
    S16: { capturedAt: instant(16).toISOString(), pollsClosedAt: instant(17).toISOString() },
    S17: {
      choice: 'National Democratic Congress',
      shareBefore: 0.125,
      share: 900 / 903,
      swing: 900 / 903 - 0.125,
      stations: 6,
      meanSwing: 0.25,
    },
    S18: { capturedAt: instant(16).toISOString(), receivedAt: instant(12).toISOString() },
  });
});

/** As messages write it. */
const written = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap((item) => written(item.name ?? item));
  if (typeof value !== 'number') return [String(value)];
  return Number.isInteger(value) ? [String(value)] : [(value * 100).toFixed(1)];
};

test('a message says every one of its values', () => {
  for (const { rule, message, values } of findings)
    for (const value of Object.values(values))
      for (const text of written(value)) expect(message, rule).toContain(text);
});

test('S06 what is no number is quoted, cut or passed over', () => {
  const record = { NPP: 'about two hundred and fourteen', NDC: null, CPP: Number.NaN };
  const [finding] = readingFindings(record);
  expect(finding?.values.broken?.map(({ value }) => value)).toEqual(['about two hundred an', null, 'NaN']);
  expect(finding?.message).toContain(
    'New Patriotic Party (“about two hundred an”), National Democratic Congress (no number) and CPP (“NaN”)',
  );
});

test('S01 ten are named, the others counted', () => {
  const keys = Array.from({ length: 2000 }, (_, i) => `k${i}`);
  const [finding] = readingFindings({
    NPP: 1,
    NDC: 2,
    CPP: 3,
    ...Object.fromEntries(keys.map((key) => [key, 1])),
  });
  expect(finding?.message).toContain('k8, k9 and 1990 more.');
  expect(finding?.message).not.toContain('k10');
  expect(finding?.fields).toHaveLength(2000);
});
