import type { CountProblem } from '@comitium/tally/methods';
import { useTranslation } from 'react-i18next';
import { StateMessage } from '../../ui/state-message/state-message.tsx';
import { useOptionWords } from './use-option-words.ts';

interface RefusedNoticeProps {
  readonly problems: readonly CountProblem[];
  readonly method: string;
}

/** Whose English names limits that the general words leave out. */
const saysMore = ({ code }: CountProblem): boolean =>
  code === 'option_invalid' || code === 'ballots_unsupported';

/** Why these ballots cannot be counted as asked: in the reader's words by the code, and its own English where that says more. */
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
      {problems.filter(saysMore).map(({ field, message }) => (
        <small key={`${field} ${message}`} lang="en" dir="auto">
          {message}
        </small>
      ))}
    </StateMessage>
  );
};
