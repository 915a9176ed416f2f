import { useTranslation } from 'react-i18next';
import { isolate } from '../../../i18n/isolate.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import type { Sentence } from './tell-report.ts';

/** Says a sentence in the reader's language. */
export const useSentence = (): ((sentence: Sentence) => string) => {
  const { t, i18n } = useTranslation('count');
  const format = useFormat();
  const list = new Intl.ListFormat(i18n.language, { type: 'conjunction' });
  const join = (names: readonly string[]): string =>
    list.format(names.map((name) => isolate(name, i18n.language)));
  return ({ key, names, figures, values, why }) =>
    t(key, {
      ...values,
      ...mapValues(figures, format.exact),
      ...mapValues(names, join),
      why: why === null ? '' : t(why),
    });
};

const mapValues = <T>(from: Readonly<Record<string, T>>, say: (value: T) => string): Record<string, string> =>
  Object.fromEntries(Object.entries(from).map(([key, value]) => [key, say(value)]));
