import { useTranslation } from 'react-i18next';
import type { ProblemAnswer } from '../../data/problem-error.ts';
import { fieldOfPath } from '../../data/sheets/errors-by-field.ts';

/** The words of a refusal for one field; undefined when it is not about that field. */
export const useFieldWords = (problem: ProblemAnswer | null): ((field: string) => string | undefined) => {
  const { t } = useTranslation('entry');
  return (field) => {
    const found = problem?.errors.find(({ path }) => fieldOfPath(path) === field);
    if (found === undefined) return undefined;
    const { code, message } = found;
    const triesLeft = problem?.body['triesLeft'];
    if (code === 'password_wrong' && typeof triesLeft === 'number')
      return t('field.password_wrong_left', { count: triesLeft });
    return t([`field.${code}_${field}`, `field.${code}`, `field.invalid_${field}`], {
      defaultValue: message,
    });
  };
};
