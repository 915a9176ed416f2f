/** Cuts text into pieces whose sizes follow a stream of small numbers, empty ones included. */
export const splitAtRandom = (text: string, sizes: Iterator<number>): string[] => {
  const pieces: string[] = [];
  let at = 0;
  while (at < text.length) {
    const next = sizes.next();
    const size = next.done === true ? text.length : next.value;
    pieces.push(text.slice(at, at + size));
    at += size;
    if (pieces.length > text.length) break;
  }
  pieces.push(text.slice(at));
  return pieces;
};
