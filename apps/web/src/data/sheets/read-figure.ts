/** Decimal digits of other scripts whose keyboards people use for numbers, by the code point of their zero. */
const zeros = [0x0660, 0x06f0, 0x0966, 0x09e6];

const toAscii = (text: string): string =>
  text.replace(/\p{Nd}/gu, (digit) => {
    const point = digit.codePointAt(0) ?? 0;
    const zero = zeros.find((start) => point >= start && point < start + 10);
    return zero === undefined ? digit : String(point - zero);
  });

/** The count that was typed; null for an empty field, NaN for what is no count. Spaces between digits are allowed. */
export const readFigure = (text: string): number | null => {
  const digits = toAscii(text).replace(/[\s\u00a0\u202f]/g, '');
  if (digits === '') return null;
  return /^-?\d+([.,]\d+)?$/.test(digits) ? Number(digits.replace(',', '.')) : Number.NaN;
};
