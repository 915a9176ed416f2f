import type { CountProblem } from '@comitium/tally/methods';
import { useTranslation } from 'react-i18next';
import { StateMessage } from '../../ui/state-message/state-message.tsx';
import { useOptionWords } from './use-option-words.ts';

interface RefusedNoticeProps {
  readonly problems: readonly CountProblem[];
  readonly method: string;
}

/** Why these ballots cannot be counted as asked: in the reader's words by the code, and what the count said in English. */
export const RefusedNotice = ({ problems, method }: RefusedNoticeProps) => {
  const { t } = useTranslation('count');
  const words = useOptionWords(method);
  const named = ({ code, field }: CountProblem): string => {
    if (code === 'seats_invalid') return t('method.seats');
    return code === 'option_invalid' ? words.name(field) : field;
  };
  return (
    <StateMessage
      role="alert"
      title={t('refused')}
      text={problems.map((problem) => t(`refusal.${problem.code}`, { field: named(problem) })).join(' ')}
    >
      {problems.map(({ field, message }) => (
        <small key={`${field} ${message}`} lang="en" dir="auto">
          {message}
        </small>
      ))}
    </StateMessage>
  );
};
