// The members that payloads have in common, each with its form, so that the printed list says it.
import { type TSchema, Type } from 'typebox';

export const nullable = <Schema extends TSchema>(schema: Schema) => Type.Union([schema, Type.Null()]);

export const id = (description: string) => Type.String({ description, unit: 'UUID' });

export const text = (description: string) => Type.String({ description });

export const time = (description: string) => Type.String({ description, unit: 'ISO 8601, UTC' });

export const count = (description: string, unit = 'count') => Type.Integer({ description, unit, minimum: 0 });

export const flag = (description: string) => Type.Boolean({ description });

export const oneOf = <const Values extends readonly string[]>(values: Values, description: string) =>
  Type.Unsafe<Values[number]>(Type.Enum([...values], { description }));

/** Nothing beside what every event carries. */
export const nothing = Type.Object({}, { additionalProperties: false });

/** Exactly these members. */
export const exactly = <Members extends Record<string, TSchema>>(members: Members) =>
  Type.Object(members, { additionalProperties: false });
