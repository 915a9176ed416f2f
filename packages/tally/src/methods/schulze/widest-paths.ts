// Floyd–Warshall for widest paths, as in Schulze 2011, section 2.3.1.

/** The strongest paths among `size` choices: `from[a * size + b]` is the strength of a's victory over b, 0 when none. Changes it. */
export const widenPaths = (from: Float64Array, size: number): Float64Array => {
  for (let via = 0; via < size; via++) {
    for (let a = 0; a < size; a++) {
      const first = from[a * size + via]!;
      if (first === 0 || a === via) continue;
      for (let b = 0; b < size; b++) {
        const second = from[via * size + b]!;
        const path = Math.min(first, second);
        if (path > from[a * size + b]! && a !== b) from[a * size + b] = path;
      }
    }
  }
  return from;
};
