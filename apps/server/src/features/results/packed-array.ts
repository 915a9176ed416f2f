// Reads what PostgreSQL's array_send writes: number of dimensions, flags, element type; per dimension its length and
// lower bound; then per element its length in bytes and its value, all big-endian.

/** How the elements of one row of a two-dimensional array lie in the target. */
export interface RowPlaces {
  /** Where the first row begins. */
  readonly from: number;
  /** Elements in a row, and from the beginning of a row to that of the next. */
  readonly width: number;
  readonly stride: number;
}

/** The elements of an `integer[]` or `integer[][]`, row by row. */
export const unpackIntegers = (
  bytes: Buffer,
  target: Int32Array,
  { from, width, stride }: RowPlaces,
): void => {
  const view = viewOf(bytes);
  let at = firstValue(view);
  for (let row = from; at < bytes.length; row += stride) {
    for (let column = 0; column < width; column++, at += 8) target[row + column] = view.getInt32(at);
  }
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

export const viewOf = (bytes: Buffer): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Behind the head and the first element's length. */
const firstValue = (view: DataView): number => 12 + 8 * view.getInt32(0) + 4;
