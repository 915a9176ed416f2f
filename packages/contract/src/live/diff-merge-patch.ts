import { jsonEqual } from './json-equal.ts';
import { getMember, isJsonObject, type JsonObject, type JsonValue, setMember } from './json-value.ts';

const changeOf = (before: JsonValue | undefined, after: JsonValue): JsonValue | undefined => {
  if (isJsonObject(before) && isJsonObject(after)) return diffMergePatch(before, after);
  return jsonEqual(before, after) ? undefined : after;
};

/**
 * The merge patch (RFC 7396) that turns `before` into `after`, or undefined when nothing differs. Holds for data
 * without null members (see findNullMember): `applyMergePatch(before, diffMergePatch(before, after) ?? {})` equals
 * `after`.
 */
export const diffMergePatch = (before: JsonObject, after: JsonObject): JsonObject | undefined => {
  const patch: Record<string, JsonValue> = {};
  let changed = false;
  for (const [key, value] of Object.entries(before)) {
    if (value !== undefined && getMember(after, key) === undefined) {
      setMember(patch, key, null);
      changed = true;
    }
  }
  for (const [key, value] of Object.entries(after)) {
    if (value === undefined) continue;
    const change = changeOf(getMember(before, key), value);
    if (change !== undefined) {
      setMember(patch, key, change);
      changed = true;
    }
  }
  return changed ? patch : undefined;
};
