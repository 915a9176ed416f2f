import { useTranslation } from 'react-i18next';
import type { TopicState } from '../../data/use-topic.ts';
import { StateMessage } from './state-message.tsx';

interface UnwatchedStateProps {
  readonly problem: TopicState<unknown>['problem'];
  readonly whole?: boolean;
}

/** In place of a topic that never came: refused, unknown, or out of reach. */
export const UnwatchedState = ({ problem, whole }: UnwatchedStateProps) => {
  const { t } = useTranslation('ui');
  return (
    <StateMessage
      role="alert"
      whole={whole}
      title={t('state.failed')}
      text={problem ? problem.message : t('state.unreachable')}
    />
  );
};
