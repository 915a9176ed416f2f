/**
 * The language as Intl takes it for figures. They are written in Latin digits in every language: a result screen is a
 * table, its columns must align and be comparable across screens, and newsrooms of all four languages print them so. The
 * marks of direction that Arabic puts around signs and percentages come from Intl itself.
 *
 * Chromium carries no data for Georgian and would silently write as in English; Portugal groups and divides alike
 * (1234,5 · 24 952 653 · 51,4%), and every browser knows it.
 */
const locales: Readonly<Record<string, string>> = { ar: 'ar-u-nu-latn', ka: 'pt-PT' };

export const localeOf = (language: string): string => locales[language] ?? language;
