import { divideRounded, multiplyDivide } from '../exact/rounding.ts';

/**
 * part / whole in per cent, rounded half up to one decimal by integer arithmetic: 1/3 → 33.3, 1/16 → 6.3.
 * 0 when the whole is 0. Throws RangeError on anything but whole numbers, zero or more.
 */
export const percent = (part: number | bigint, whole: number | bigint): number => {
  if (!isCount(part) || !isCount(whole)) throw new RangeError(`percent of ${part} and ${whole}`);
  if (Number(whole) === 0) return 0;
  if (typeof part === 'number' && typeof whole === 'number' && part < exactBelow)
    return multiplyDivide(part, 1000, { by: whole, rounding: 'half-up' }) / 10;
  return Number(divideRounded(BigInt(part) * 1000n, BigInt(whole), 'half-up')) / 10;
};

/** Below this, 1000 times a count is still a safe integer, whatever it is divided by. */
const exactBelow = 2 ** 43;

const isCount = (value: number | bigint): boolean =>
  typeof value === 'bigint' ? value >= 0n : Number.isSafeInteger(value) && value >= 0;
