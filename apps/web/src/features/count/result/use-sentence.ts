import { useTranslation } from 'react-i18next';
import type { Sentence } from './tell-report.ts';

/** Says a sentence in the reader's language. */
export const useSentence = (): ((sentence: Sentence) => string) => {
  const { t, i18n } = useTranslation('count');
  const list = new Intl.ListFormat(i18n.language, { type: 'conjunction' });
  return ({ key, names, values, why }) => {
    const joined = Object.entries(names).map(([name, all]): [string, string] => [name, list.format(all)]);
    return t(key, { ...values, ...Object.fromEntries(joined), why: why === null ? '' : t(why) });
  };
};
