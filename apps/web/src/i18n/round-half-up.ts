/**
 * Rounds half away from zero on the decimal digits people see: 1.005 → 1.01, where binary arithmetic says 1.
 * The same rule as the server's, so that a figure never differs between table, bar and export.
 */
export const roundHalfUp = (value: number, digits: number): number => {
  // Above 2^53 there are no decimals left to round, and infinities stay what they are.
  if (!(Math.abs(value) < Number.MAX_SAFE_INTEGER)) return value;
  const [mantissa = '0', exponent = '0'] = String(Math.abs(value)).split('e');
  const shifted = Math.round(Number(`${mantissa}e${Number(exponent) + digits}`));
  const rounded = Number(`${shifted}e${-digits}`);
  return value < 0 && rounded !== 0 ? -rounded : rounded;
};
