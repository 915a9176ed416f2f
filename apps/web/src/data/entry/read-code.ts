/** Zero of the digits that keyboards of our languages write: Latin, Arabic, Persian. */
const zeros = ['0', '٠', '۰'].map((zero) => zero.charCodeAt(0));

const digitOf = (sign: string): string => {
  for (const zero of zeros) {
    const value = sign.charCodeAt(0) - zero;
    if (value >= 0 && value <= 9) return String(value);
  }
  return '';
};

/** The six digits of a code as somebody typed or pasted it, with blanks or within the whole message. */
export const readCode = (text: string): string => {
  const latin = [...text].map((sign) => digitOf(sign) || sign).join('');
  const whole = /(?<!\d)\d{3}[ -]?\d{3}(?!\d)/.exec(latin)?.[0] ?? latin;
  return whole.replace(/\D/g, '').slice(0, 6);
};
