// Reads what PostgreSQL's binary output writes. An array (array_send): number of dimensions, flags, element type; per dimension its length and
// lower bound; then per element its length in bytes and its value, all big-endian.

/** The elements of an `integer[]` or `integer[][]`, row by row: eight bytes apart, from `first` on. */
export interface PackedIntegers {
  readonly view: DataView;
  readonly first: number;
}

/** Null where there are none. */
export const packedIntegers = (bytes: Buffer | null): PackedIntegers => {
  const view = viewOf(bytes ?? Buffer.alloc(0));
  return { view, first: bytes === null ? 0 : firstValue(view) };
};

/** The elements of a `bigint[]` or `bigint[][]`, row by row. Throws RangeError where a double would not be exact. */
export const unpackBigints = (bytes: Buffer): Float64Array => {
  const view = viewOf(bytes);
  const first = firstValue(view);
  const values = new Float64Array(Math.max(0, Math.ceil((bytes.length - first) / 12)));
  for (let at = first, to = 0; at < bytes.length; at += 12, to++) {
    const value = view.getInt32(at) * 2 ** 32 + view.getUint32(at + 4);
    if (!Number.isSafeInteger(value))
      throw new RangeError(`bigint ${value} does not fit a JavaScript number`);
    values[to] = value;
  }
  return values;
};

/** A column that is never NULL. */
export const bytesOf = (column: Buffer | null | undefined): Buffer => {
  if (column === null || column === undefined) throw new Error('a column is missing');
  return column;
};

export const textOf = (column: Buffer | null | undefined): string => bytesOf(column).toString('utf8');

/** Of an `integer`. */
export const integerOf = (column: Buffer | null | undefined): number => bytesOf(column).readInt32BE();

export const viewOf = (bytes: Buffer): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Behind the head and the first element's length. */
const firstValue = (view: DataView): number => 12 + 8 * view.getInt32(0) + 4;
