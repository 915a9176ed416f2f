/**
 * part / whole in per cent, rounded half up to one decimal by integer arithmetic: 1/3 → 33.3, 1/16 → 6.3.
 * 0 when the whole is 0. Throws RangeError on anything but whole numbers, zero or more.
 */
export const percent = (part: number | bigint, whole: number | bigint): number => {
  if (!isCount(part) || !isCount(whole)) throw new RangeError(`percent of ${part} and ${whole}`);
  if (Number(whole) === 0) return 0;
  if (typeof part === 'number' && typeof whole === 'number' && Math.max(part, whole) < exactBelow) {
    const doubled = part * 2000 + whole;
    const divisor = whole * 2;
    return (doubled - (doubled % divisor)) / divisor / 10;
  }
  return Number((BigInt(part) * 2000n + BigInt(whole)) / (BigInt(whole) * 2n)) / 10;
};

/** Below this, 2001 times a count is still a safe integer. */
const exactBelow = 2 ** 42;

const isCount = (value: number | bigint): boolean =>
  typeof value === 'bigint' ? value >= 0n : Number.isSafeInteger(value) && value >= 0;
