import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyMergePatch } from './apply-merge-patch.ts';
import { diffMergePatch } from './diff-merge-patch.ts';
import { findNullMember } from './find-null-member.ts';
import { jsonEqual } from './json-equal.ts';
import type { JsonObject, JsonValue } from './json-value.ts';

const { data } = fc.letrec<{ data: JsonObject; value: JsonValue; item: JsonValue }>((tie) => ({
  data: fc.dictionary(
    fc.oneof(fc.constantFrom('a', 'b', '__proto__', 'toString'), fc.string()),
    tie('value'),
    {
      maxKeys: 5,
    },
  ),
  item: fc.oneof({ maxDepth: 3 }, fc.constant(null), fc.string(), fc.integer(), tie('data')),
  value: fc.oneof(
    { maxDepth: 4 },
    fc.string(),
    fc.integer(),
    fc.boolean(),
    tie('data'),
    fc.array(tie('item')),
  ),
}));

const overTheWire = (value: JsonObject): JsonObject => JSON.parse(JSON.stringify(value));

const leadsOver = fc.property(data, data, (before, after) => {
  const patch = diffMergePatch(before, after);
  const result = applyMergePatch(overTheWire(before), overTheWire(patch ?? {}));
  expect(JSON.stringify(sorted(result))).toBe(JSON.stringify(sorted(after)));
});

test('L06 the patch between two states leads from one to the other, also after a trip as text', () =>
  fc.assert(leadsOver));

const noneWhenEqual = fc.property(data, data, (before, after) => {
  expect(diffMergePatch(before, after) === undefined).toBe(jsonEqual(before, after));
  expect(diffMergePatch(before, overTheWire(before))).toBeUndefined();
});

test('no patch exactly when nothing differs', () => fc.assert(noneWhenEqual));

const keepsArguments = fc.property(data, data, (before, after) => {
  const patch = diffMergePatch(before, after) ?? {};
  const text = JSON.stringify([before, patch]);
  expect(findNullMember(applyMergePatch(before, patch))).toBeUndefined();
  expect(JSON.stringify([before, patch])).toBe(text);
});

test('applying changes neither argument and never leaves a null member', () => fc.assert(keepsArguments));

test.each<[JsonObject, JsonObject, JsonObject]>([
  [{ a: 'b' }, { a: 'c' }, { a: 'c' }],
  [{ a: 'b' }, { b: 'c' }, { a: 'b', b: 'c' }],
  [{ a: 'b' }, { a: null }, {}],
  [{ a: 'b', b: 'c' }, { a: null }, { b: 'c' }],
  [{ a: ['b'] }, { a: 'c' }, { a: 'c' }],
  [{ a: 'c' }, { a: ['b'] }, { a: ['b'] }],
  [{ a: { b: 'c' } }, { a: { b: 'd', c: null } }, { a: { b: 'd' } }],
  [{ a: [{ b: 'c' }] }, { a: [1] }, { a: [1] }],
  [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
])('RFC 7396, appendix A: %j with %j gives %j', (target, patch, result) => {
  expect(applyMergePatch(target, patch)).toEqual(result);
});

test('parts that a patch leaves alone stay the same objects', () => {
  const before = { kept: { deep: 1 }, changed: { deep: 1 } };
  const after = applyMergePatch(before, { changed: { deep: 2 } });
  expect(after['kept']).toBe(before.kept);
});

test('an undefined member counts as absent', () => {
  expect(diffMergePatch({ a: 1, b: undefined }, { a: 1 })).toBeUndefined();
  expect(diffMergePatch({ a: 1 }, { a: undefined })).toEqual({ a: null });
});

test('the first null member is named by its path, nulls in arrays are let through', () => {
  expect(findNullMember({ a: { b: null } })).toBe('/a/b');
  expect(findNullMember({ a: [null, { b: null }] })).toBeUndefined();
});

const sorted = (value: JsonValue | undefined): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([key, member]) => [key, sorted(member)]);
};
