import { joinBytes } from '../encoding/bytes.ts';

/** Bytes of the largest entry that fits a bundle. */
export const largestEntry = 65_535;

/** Entries one after the other, each behind its length as two bytes, the larger first. */
export const writeEntryBundle = (entries: readonly Uint8Array[]): Uint8Array =>
  joinBytes(
    ...entries.flatMap((entry) => {
      if (entry.length > largestEntry) throw new RangeError(`an entry of ${entry.length} bytes is too long`);
      return [Uint8Array.of(entry.length >> 8, entry.length & 255), entry];
    }),
  );

/** Null where the bytes end within an entry. */
export const readEntryBundle = (bytes: Uint8Array): Uint8Array[] | null => {
  const entries: Uint8Array[] = [];
  let at = 0;
  while (at < bytes.length) {
    const [high, low] = bytes.subarray(at, at + 2);
    if (high === undefined || low === undefined) return null;
    const end = at + 2 + high * 256 + low;
    if (end > bytes.length) return null;
    entries.push(bytes.subarray(at + 2, end));
    at = end;
  }
  return entries;
};
