// PostgreSQL array literals for unnest. Building them here is several times faster than handing arrays to the driver,
// which escapes every element on its own; most of ours are numbers and UUIDs, which need no escaping.
import { type RawBuilder, sql } from 'kysely';

/** `{1,2,3}` of numbers, UUIDs, booleans or other words without special characters; null becomes NULL. */
export const plainArray = (values: readonly (string | number | boolean | null)[]): string =>
  `{${values.map((value) => value ?? 'NULL').join(',')}}`;

const quote = (value: string): string => `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;

/** `{"a","b",NULL}` of any text. */
export const textArray = (values: readonly (string | null)[]): string =>
  `{${values.map((value) => (value === null ? 'NULL' : quote(value))).join(',')}}`;

/** An array of array literals, to be cast row by row: `{"{1,2}","{3,4}"}`. */
export const vectorArray = (vectors: readonly (readonly number[])[]): string =>
  `{${vectors.map((vector) => `"{${vector.join(',')}}"`).join(',')}}`;

/** RFC 3339 times, quoted; null becomes NULL. */
export const timeArray = (values: readonly (Date | null)[]): string =>
  `{${values.map((value) => (value === null ? 'NULL' : `"${value.toISOString()}"`)).join(',')}}`;

/** An expression of type `json[]`: JSON has no line breaks of its own, so nothing is escaped here nor read twice there. */
export const jsonLines = (values: readonly object[]): RawBuilder<unknown> =>
  sql`string_to_array(${values.map((value) => JSON.stringify(value)).join('\n')}, E'\\n')::json[]`;
