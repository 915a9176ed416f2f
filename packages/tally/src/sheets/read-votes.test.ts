import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createBallot } from './ballot.ts';
import type { Finding } from './finding.ts';
import { readVotes } from './read-votes.ts';
import { ballot } from './sheet-fixture.ts';

const findingsOf = (record: Record<string, unknown>): Finding[] => {
  const result = readVotes(record, ballot);
  if (result.ok) throw new Error('the record was accepted');
  return result.error;
};
const rulesOf = (record: Record<string, unknown>): string[] => findingsOf(record).map(({ rule }) => rule);

test('ids and codes, in any order, are read into ballot order', () => {
  expect(readVotes({ CPP: 3, 'id-npp': 1, NDC: 2 }, ballot)).toEqual({ ok: true, value: [1, 2, 3] });
});

test('S01 a key that nobody knows is refused by name', () => {
  const [finding, ...others] = findingsOf({ NPP: 1, NDC: 2, CPP: 3, XYZ: 4 });
  expect(others).toEqual([]);
  expect(finding).toMatchObject({
    rule: 'S01',
    code: 'unknown_choice',
    severity: 'error',
    fields: ['votes.XYZ'],
  });
  expect(finding?.message).toContain('XYZ');
});

test('S01 the names of object prototypes are unknown keys, as every other', () => {
  const record = JSON.parse('{"NPP":1,"NDC":2,"CPP":3,"__proto__":4,"constructor":5,"toString":6}');
  expect(findingsOf(record)).toMatchObject([
    { rule: 'S01', fields: ['votes.__proto__', 'votes.constructor', 'votes.toString'] },
  ]);
});

test('S01 a choice may itself be called __proto__', () => {
  const odd = createBallot([{ id: '__proto__' }, { id: 'constructor' }]);
  expect(readVotes(JSON.parse('{"constructor":5,"__proto__":4}'), odd)).toEqual({ ok: true, value: [4, 5] });
  expect(readVotes({}, odd).ok).toBe(false);
});

test('S02 a choice without a figure is no silent zero', () => {
  const [finding] = findingsOf({ NPP: 1, NDC: 2 });
  expect(finding).toMatchObject({ rule: 'S02', code: 'missing_choice', fields: ['votes.id-cpp'] });
  expect(finding?.message).toBe(
    'There is no figure for CPP. Send every choice of the ballot, with 0 where the form says none.',
  );
});

test('S02 inherited keys are no figures', () => {
  expect(rulesOf(Object.create({ NPP: 1, NDC: 2, CPP: 3 }))).toEqual(['S02']);
});

test('S03 one choice by id and by code is refused, even with the same figure', () => {
  expect(findingsOf({ NPP: 1, 'id-npp': 1, NDC: 2, CPP: 3 })).toMatchObject([
    { rule: 'S03', code: 'repeated_choice', fields: ['votes.id-npp'] },
  ]);
});

test('S03 a repeated choice does not hide a missing one', () => {
  expect(rulesOf({ NPP: 1, 'id-npp': 1, NDC: 2 })).toEqual(['S02', 'S03']);
});

test('S04 a choice of another contest is told apart from an unknown one', () => {
  expect(findingsOf({ NPP: 1, NDC: 2, CPP: 3, 'id-member-of-parliament': 4 })).toMatchObject([
    { rule: 'S04', code: 'foreign_choice', fields: ['votes.id-member-of-parliament'] },
  ]);
});

test('S05 S06 S07 every broken figure is named together with broken names', () => {
  const findings = findingsOf({ NPP: -1, NDC: 2.5, CPP: 2 ** 31, XYZ: 1 });
  expect(findings.map(({ rule, fields }) => [rule, fields])).toEqual([
    ['S01', ['votes.XYZ']],
    ['S05', ['votes.NPP']],
    ['S06', ['votes.NDC']],
    ['S07', ['votes.CPP']],
  ]);
  expect(findings[1]?.message).toContain('New Patriotic Party (-1)');
});

test('S06 what only looks like a number is refused', () => {
  for (const value of ['12', null, true, Number.NaN, undefined, [12]]) {
    expect(rulesOf({ NPP: value, NDC: 2, CPP: 3 })).toEqual(['S06']);
  }
});

test('S07 the largest figure passes', () => {
  expect(readVotes({ NPP: 2 ** 31 - 1, NDC: 0, CPP: -0 }, ballot)).toEqual({
    ok: true,
    value: [2 ** 31 - 1, 0, 0],
  });
});

test('S01 S02 S03 S04 whatever is sent, it is read whole or refused with a reason', () => {
  const key = fc.oneof(
    fc.constantFrom('NPP', 'NDC', 'CPP', 'id-npp', 'id-ndc', 'id-cpp', '__proto__'),
    fc.string(),
  );
  const value = fc.oneof(fc.nat(), fc.integer(), fc.double(), fc.anything());
  fc.assert(
    fc.property(fc.dictionary(key, value), (record) => {
      const result = readVotes(record, ballot);
      if (result.ok) {
        expect(Object.keys(record)).toHaveLength(3);
        expect([...result.value].sort()).toEqual(Object.values(record).sort());
      } else {
        expect(result.error.length).toBeGreaterThan(0);
        for (const { severity } of result.error) expect(severity).toBe('error');
      }
    }),
  );
});

test('a ballot cannot hold the same name twice', () => {
  expect(() => createBallot([{ id: 'a' }, { id: 'b', code: 'a' }])).toThrow('called a');
});
