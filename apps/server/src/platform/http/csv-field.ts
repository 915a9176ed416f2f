/** A sign that makes a formula of what follows, also full-width or behind blanks and marks that nobody sees. */
const formulaSign = /^(?:[\t\r\n]|[\s\p{Cf}]*[=+\-@\uff1d\uff0b\uff0d\uff20])/u;

/** Quoted where needed; a formula is defused, because people open these files in spreadsheets. */
export const csvField = (value: string): string => {
  const text = formulaSign.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};
