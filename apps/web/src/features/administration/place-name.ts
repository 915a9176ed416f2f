/** The server names places; of no place it says `everywhere`, which the page says in its reader's words. */
export const placeName = (t: (key: string) => string, scopeName: string): string =>
  scopeName === 'everywhere' ? t('everywhere') : scopeName;
