import { getMember, isJsonObject, type JsonObject, type JsonValue, setMember } from './json-value.ts';

/**
 * The target after a JSON merge patch (RFC 7396). Neither argument is changed; parts that the patch leaves alone are
 * the same objects as before, so that a page can compare them by identity.
 */
export const applyMergePatch = (target: JsonObject, patch: JsonObject): JsonObject => {
  const result: Record<string, JsonValue> = {};
  for (const [key, value] of Object.entries(target)) {
    if (value !== undefined && getMember(patch, key) !== null) setMember(result, key, value);
  }
  for (const [key, change] of Object.entries(patch)) {
    if (change === null || change === undefined) continue;
    const before = getMember(target, key);
    const after = isJsonObject(change) ? applyMergePatch(isJsonObject(before) ? before : {}, change) : change;
    setMember(result, key, after);
  }
  return result;
};
