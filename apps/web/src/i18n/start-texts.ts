import i18next, { type BackendModule } from 'i18next';
import { initReactI18next } from 'react-i18next';
import shell from './en/shell.json';
import ui from './en/ui.json';

/** One file per language and feature, fetched with the page that uses it: ./<language>/<feature>.json. */
const files = import.meta.glob<{ default: Record<string, unknown> }>(['./*/*.json', '!./en/{shell,ui}.json']);

const fileBackend: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: async (language, feature) => {
    const load = files[`./${language}/${feature}.json`];
    if (!load) throw new Error(`no texts for ${feature} in ${language}`);
    return (await load()).default;
  },
};

/** Starts i18next with the texts that every page needs; a route asks for its own with `loadTexts`. */
export const startTexts = async (): Promise<void> => {
  await i18next
    .use(fileBackend)
    .use(initReactI18next)
    .init({
      lng: 'en',
      fallbackLng: 'en',
      supportedLngs: ['en'],
      ns: ['shell', 'ui'],
      defaultNS: 'ui',
      partialBundledLanguages: true,
      resources: { en: { shell, ui } },
      interpolation: { escapeValue: false },
      keySeparator: '.',
      returnNull: false,
    });
  document.documentElement.lang = i18next.language;
};

/** For a route's loader: fetches the texts of features beside the page itself. */
export const loadTexts = async (...features: readonly string[]): Promise<void> => {
  await i18next.loadNamespaces([...features]);
};
