/** A list in pieces of at most `size`; with an overlap, each begins with the last of the one before. */
export const inPieces = <T>(list: readonly T[], size: number, overlap: 0 | 1 = 0): T[][] => {
  const step = Math.max(1, size - overlap);
  const pieces: T[][] = [];
  for (let at = 0; at === 0 || at + overlap < list.length; at += step)
    pieces.push(list.slice(at, at + step + overlap));
  return pieces;
};
