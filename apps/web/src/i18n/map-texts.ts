import type { Language } from '@comitium/contract';

const files = import.meta.glob<unknown>('./*/{results,live-map}.json');

/** Fetches what the map says while the program is still on its way; what fails here fails again for the page. */
export const askForMapTexts = async (language: Language): Promise<void> => {
  const wanted = ['results', 'live-map'].map((name) => files[`./${language}/${name}.json`]?.());
  await Promise.allSettled(wanted);
};
