import { type Static, Type } from 'typebox';
import type { RegisterIndex } from '../territory/index.ts';

/** An area with the names of those above it, the widest first and the whole left out. */
export const Place = Type.Object({
  id: Type.String(),
  code: Type.String(),
  name: Type.String(),
  path: Type.Array(Type.String()),
});

export const describePlace = (register: RegisterIndex, area: number): Static<typeof Place> => ({
  id: register.ids[area] ?? '',
  code: register.codes[area] ?? '',
  name: register.names[area] ?? '',
  path: register
    .path(area)
    .slice(1, -1)
    .map((index) => register.names[index] ?? '')
    .reverse(),
});
