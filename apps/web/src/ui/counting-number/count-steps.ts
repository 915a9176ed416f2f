/** How long a number takes to reach its new value. */
export const countDurationMs = 360;

/** Where a count from one value to another stands after a fraction of its time: fast first, exact at the end. */
export const countAt = (from: number, to: number, progress: number): number => {
  if (progress >= 1) return to;
  if (progress <= 0) return from;
  const eased = 1 - (1 - progress) ** 3;
  return from + (to - from) * eased;
};
