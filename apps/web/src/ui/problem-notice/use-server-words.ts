import { useTranslation } from 'react-i18next';

interface ServerWords {
  /** Whether these are not the server's own words: then what it said beside them is English. */
  readonly isTranslated: boolean;
  /** What went wrong, by its code. */
  readonly problem: (problem: { readonly code: string; readonly title: string }) => string;
  /** What is doubtful about a sheet, by the code of the check. */
  readonly finding: (finding: { readonly code: string; readonly message: string }) => string;
}

/**
 * The server and the checks speak English, with the figures of the case; readers of other languages are told the same
 * by the code, in general words. English readers never fetch these texts and see what was said.
 */
export const useServerWords = (): ServerWords => {
  const { t, i18n } = useTranslation();
  const say = (key: string, english: string): string => (i18n.exists(key) ? t(key) : english);
  return {
    isTranslated: i18n.language !== 'en',
    // The one problem that the page itself finds.
    problem: ({ code, title }) =>
      code === 'unreachable' ? t('ui:state.unreachableTitle') : say(`problems:problem.${code}`, title),
    finding: ({ code, message }) => say(`problems:finding.${code}`, message),
  };
};
