import { isJsonObject, type JsonValue } from './json-value.ts';

/**
 * The path (`/a/b`) of the first object member that is null, or undefined. In a merge patch null means "remove", so a
 * topic's data must not hold one; inside arrays, which a patch replaces whole, null is harmless.
 */
export const findNullMember = (value: JsonValue | undefined): string | undefined => {
  if (!isJsonObject(value)) return undefined;
  for (const [key, member] of Object.entries(value)) {
    if (member === null) return `/${key}`;
    const inner = findNullMember(member);
    if (inner !== undefined) return `/${key}${inner}`;
  }
  return undefined;
};
