import { type Static, Type } from 'typebox';

/** A stored attachment; `sha256` is hex, `size` in bytes, `mediaType` as judged from the content. */
export const StoredFile = Type.Object({
  id: Type.String(),
  name: Type.String(),
  mediaType: Type.String(),
  size: Type.Integer(),
  sha256: Type.String(),
});
export type StoredFile = Static<typeof StoredFile>;
