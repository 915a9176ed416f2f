import type { SheetConflict } from '@comitium/contract';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '../../../data/problem-error.ts';
import { Skeleton } from '../../../ui/skeleton/skeleton.tsx';
import { FailedState } from '../../../ui/state-message/failed-state.tsx';
import { StateMessage } from '../../../ui/state-message/state-message.tsx';
import { contestQuery } from '../desk-queries.ts';
import type { DeskList } from '../queue/use-still-list.ts';
import type { ConflictAction } from './conflict-action.ts';
import { LoadedConflict } from './loaded-conflict.tsx';
import { useOpenConflict } from './use-open-conflict.ts';

interface ConflictDetailProps {
  readonly election: string;
  readonly id: string;
  readonly list: DeskList<SheetConflict>;
  readonly action: ConflictAction | null;
  readonly onAct: (action: ConflictAction | null) => void;
}

/** The open conflict, with the ballot that names its figures. */
export const ConflictDetail = ({ election, id, list, action, onAct }: ConflictDetailProps) => {
  const { t } = useTranslation('desk');
  const { conflict, error, retry } = useOpenConflict(election, { id, list });
  const contest = useQuery({
    ...contestQuery({ election, contest: conflict?.contest ?? '' }),
    enabled: conflict !== null,
  });
  if (contest.error && !contest.data) {
    return <FailedState error={contest.error} onRetry={() => void contest.refetch()} />;
  }
  if (error instanceof ProblemError && error.status === 404) {
    return <StateMessage title={t('conflict.gone')} text={t('conflict.goneText')} />;
  }
  if (error) return <FailedState error={error} onRetry={retry} />;
  if (list.error && !conflict) return <FailedState error={list.error} onRetry={list.retry} />;
  if (!conflict || !contest.data) return <Skeleton height="30rem" />;
  return <LoadedConflict {...{ election, conflict, action, onAct }} contest={contest.data} />;
};
