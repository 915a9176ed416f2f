import { useTranslation } from 'react-i18next';
import { optionKeys } from './method-words.ts';

export interface OptionWords {
  readonly name: (option: string) => string;
  readonly value: (option: string, value: string) => string;
}

/** What the options of a method, and their values, are called in the reader's language. */
export const useOptionWords = (method: string): OptionWords => {
  const { t } = useTranslation('count');
  return {
    name: (option) => t(optionKeys(method, option, 'name')),
    value: (option, value) =>
      value === 'true' || value === 'false'
        ? t(`answer.${value}`)
        : t(optionKeys(method, option, `values.${value}`)),
  };
};
