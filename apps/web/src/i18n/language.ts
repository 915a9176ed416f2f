import type { Language } from '@comitium/contract';

/** The languages of the pages, each under the name its own readers give it. */
export const languageNames: Readonly<Record<Language, string>> = {
  en: 'English',
  fr: 'Français',
  ar: 'العربية',
  ka: 'ქართული',
};

export const isLanguage = (value: string | null | undefined): value is Language =>
  typeof value === 'string' && Object.hasOwn(languageNames, value);

const key = 'comitium.language';

/** What was chosen on this device; else the first of the device's languages that the pages speak; else English. */
export const chosenLanguage = (): Language => {
  const kept = localStorage.getItem(key);
  if (isLanguage(kept)) return kept;
  return navigator.languages.map((tag) => tag.split('-')[0]).find(isLanguage) ?? 'en';
};

export const keepLanguage = (language: Language): void => localStorage.setItem(key, language);

/** Tells the document what it speaks and to which side it is read, before anything is drawn. */
export const showLanguage = (language: Language): void => {
  document.documentElement.lang = language;
  document.documentElement.dir = language === 'ar' ? 'rtl' : 'ltr';
};
