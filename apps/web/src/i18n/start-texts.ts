import type { Language } from '@comitium/contract';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import shell from './en/shell.json';
import ui from './en/ui.json';
import { isolate } from './isolate.ts';
import { chosenLanguage, keepLanguage, showLanguage } from './language.ts';

/** One file per language and feature, fetched with the page that uses it: ./<language>/<feature>.json. */
const files = import.meta.glob<{ default: Record<string, unknown> }>(['./*/*.json', '!./en/{shell,ui}.json']);

/** What pages have asked for so far; a change of language fetches the same again. */
const wanted = new Set(['shell', 'ui']);

/** The server's own words are English already; for readers of other languages they come with the first page. */
const wantedIn = (language: Language): string[] =>
  language === 'en' ? [...wanted] : [...wanted, 'problems'];

const fetchTexts = async (language: string, features: Iterable<string>): Promise<void> => {
  const missing = [...features].filter((feature) => !i18next.hasResourceBundle(language, feature));
  await Promise.all(
    missing.map(async (feature) => {
      const load = files[`./${language}/${feature}.json`];
      if (!load) throw new Error(`no texts for ${feature} in ${language}`);
      i18next.addResourceBundle(language, feature, (await load()).default);
    }),
  );
};

/** For a route's loader: fetches the texts of features beside the page itself. */
export const loadTexts = async (...features: readonly string[]): Promise<void> => {
  for (const feature of features) wanted.add(feature);
  await fetchTexts(i18next.language, features);
};

/** Turns every page over to a language and keeps it on this device. Rejects, and changes nothing, without its texts. */
export const chooseLanguage = async (language: Language): Promise<void> => {
  await fetchTexts(language, wantedIn(language));
  await i18next.changeLanguage(language);
  keepLanguage(language);
  showLanguage(language);
};

/** Before the first page: its own texts come with its route, these are those of all. */
const fetchFirst = async (language: Language): Promise<Language> => {
  try {
    await fetchTexts(language, wantedIn(language));
    return language;
  } catch {
    // The English of the frame is part of the program: better that than no page and no word why.
    return 'en';
  }
};

/** Starts i18next with the texts that every page needs, in the reader's language. */
export const startTexts = async (): Promise<void> => {
  await i18next.use(initReactI18next).init({
    lng: 'en',
    // A language is whole or the tests fail; a fallback would fetch every file twice.
    fallbackLng: false,
    ns: ['shell', 'ui'],
    defaultNS: 'ui',
    resources: { en: { shell, ui } },
    // Nothing is escaped, React does that.
    interpolation: { escapeValue: true, escape: (value) => isolate(value, i18next.language) },
    keySeparator: '.',
    returnNull: false,
  });
  const language = await fetchFirst(chosenLanguage());
  await i18next.changeLanguage(language);
  showLanguage(language);
};
