import { useTranslation } from 'react-i18next';
import type { TopicState } from '../../data/use-topic.ts';
import { StateMessage } from './state-message.tsx';

/** In place of a topic that never came: refused, unknown, or out of reach. */
export const UnwatchedState = ({ problem }: { readonly problem: TopicState<unknown>['problem'] }) => {
  const { t } = useTranslation('ui');
  return (
    <StateMessage
      role="alert"
      title={t('state.failed')}
      text={problem ? problem.message : t('state.unreachable')}
    />
  );
};
