const firstMs = 2_000;
const longestMs = 5 * 60_000;

/** Doubles from 2 s to 5 min, spread over the upper half so that phones do not come back together. */
export const retryDelayMs = (attempts: number, random: number): number => {
  const whole = Math.min(longestMs, firstMs * 2 ** Math.min(attempts, 20));
  return Math.round(whole / 2 + (whole / 2) * random);
};
