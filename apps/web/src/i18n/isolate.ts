/**
 * What is filled into a text from right to left keeps its own direction: a Latin name or a signed figure would else
 * pull the brackets and signs beside it to the wrong side. In other languages nothing is added.
 */
export const isolate = (value: string, language: string): string =>
  language === 'ar' ? `\u2068${value}\u2069` : value;
