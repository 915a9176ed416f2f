/**
 * What JSON can carry. `undefined` members are allowed in the type, because optional members of a record have it;
 * everywhere in the live feed they count as absent, as JSON.stringify treats them.
 */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;

export interface JsonObject {
  readonly [key: string]: JsonValue | undefined;
}

export const isJsonObject = (value: JsonValue | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Assignment that also holds for the key `__proto__`, which plain assignment would take for the prototype. */
export const setMember = (object: Record<string, JsonValue>, key: string, value: JsonValue): void => {
  if (key !== '__proto__') object[key] = value;
  else Object.defineProperty(object, key, { value, writable: true, enumerable: true, configurable: true });
};

/** The member itself, never something inherited. */
export const getMember = (object: JsonObject, key: string): JsonValue | undefined =>
  Object.hasOwn(object, key) ? object[key] : undefined;
