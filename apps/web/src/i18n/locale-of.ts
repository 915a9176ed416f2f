/**
 * The language as Intl takes it. Figures are written in Latin digits in every language: a result screen is a table, its
 * columns must align and be comparable across screens, and newsrooms of all four languages print them so. The marks of
 * direction that Arabic puts around signs and percentages come from Intl itself.
 */
export const localeOf = (language: string): string => (language === 'ar' ? 'ar-u-nu-latn' : language);
