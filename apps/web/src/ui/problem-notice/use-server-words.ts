import { useTranslation } from 'react-i18next';
import { type SaidFinding, type SaidProblem, sayFinding, sayRefusal } from '../../i18n/say-finding.ts';
import { useFormat } from '../../i18n/use-format.ts';

interface ServerWords {
  /** Whether these are not the server's own words: then what it said beside them is English. */
  readonly isTranslated: boolean;
  /** What went wrong, by its code. */
  readonly problem: (problem: { readonly code: string; readonly title: string }) => string;
  /** What is doubtful about a sheet, with its figures, and what to do. */
  readonly finding: (finding: SaidFinding) => string;
  /** A problem whose errors are findings, with these in the reader's language; others as they are. */
  readonly refusal: <P extends SaidProblem>(problem: P) => P;
}

/**
 * The server and the checks speak English. Findings carry what their sentences are made of and are said in every language;
 * of other problems readers are told by the code, in general words, which English readers never fetch: they see what was said.
 */
export const useServerWords = (): ServerWords => {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const exists = (key: string): boolean => i18n.exists(key);
  const say = (key: string, english: string): string => (exists(key) ? t(key) : english);
  const speech = { t, exists, format, language: i18n.language };
  return {
    isTranslated: i18n.language !== 'en',
    // The one problem that the page itself finds.
    problem: ({ code, title }) =>
      code === 'unreachable' ? t('ui:state.unreachableTitle') : say(`problems:problem.${code}`, title),
    finding: (said) => sayFinding(said, speech),
    refusal: (problem) => sayRefusal(problem, speech),
  };
};
