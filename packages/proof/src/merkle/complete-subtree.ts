// Every hash a proof or root needs is put together from roots of complete subtrees, which never change once they exist.

/** The root over leaves [index × 2^level, (index + 1) × 2^level). */
export interface CompleteSubtree {
  readonly level: number;
  readonly index: number;
}

/** Leaves [start, end). */
export interface LeafRange {
  readonly start: number;
  readonly end: number;
}

/** The largest power of two below `size`, for size ≥ 2 (`k` of RFC 9162 §2.1). */
export const splitPoint = (size: number): number => {
  let split = 1;
  while (split * 2 < size) split *= 2;
  return split;
};

/** The complete subtrees whose roots, folded from the right, give the hash of a range; the range begins where RFC 9162 splits. */
export const subtreesOf = ({ start, end }: LeafRange): CompleteSubtree[] => {
  const subtrees: CompleteSubtree[] = [];
  let at = start;
  let width = 1;
  let level = 0;
  while (width * 2 <= end - start) {
    width *= 2;
    level += 1;
  }
  for (; level >= 0; level--, width /= 2) {
    if (end - at >= width) {
      subtrees.push({ level, index: at / width });
      at += width;
    }
  }
  return subtrees;
};
