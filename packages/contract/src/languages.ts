/** The languages that pages and messages speak; Arabic is written from right to left. */
export const languages = ['en', 'fr', 'ar', 'ka'] as const;

export type Language = (typeof languages)[number];
