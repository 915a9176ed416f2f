import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '../../../data/problem-error.ts';
import { Skeleton } from '../../../ui/skeleton/skeleton.tsx';
import { FailedState } from '../../../ui/state-message/failed-state.tsx';
import { StateMessage } from '../../../ui/state-message/state-message.tsx';
import type { SheetAction } from '../actions/sheet-action.ts';
import { contestQuery, sheetQuery } from '../desk-queries.ts';
import { LoadedDetail } from './loaded-detail.tsx';

interface SheetDetailProps {
  readonly election: string;
  readonly id: string;
  /** The action that is open, by click or by key. */
  readonly action: SheetAction | null;
  readonly onAct: (action: SheetAction | null) => void;
}

export const SheetDetail = ({ election, id, action, onAct }: SheetDetailProps) => {
  const { t } = useTranslation('desk');
  const sheet = useQuery(sheetQuery(election, id));
  const contest = useQuery({
    ...contestQuery(sheet.data?.sheet ?? { election, contest: '' }),
    enabled: sheet.data !== undefined,
  });
  // A sheet that is open stays when it cannot be read again: somebody may be typing its correction.
  const error = (sheet.data ? null : sheet.error) ?? (contest.data ? null : contest.error);
  if (error instanceof ProblemError && error.status === 404) {
    return <StateMessage title={t('detail.gone')} text={t('detail.goneText')} />;
  }
  if (error) {
    const retry = () => void Promise.all([sheet.refetch(), contest.refetch()]);
    return <FailedState error={error} onRetry={retry} />;
  }
  if (!sheet.data || !contest.data) return <Skeleton height="30rem" />;
  return (
    <LoadedDetail
      key={id}
      election={election}
      loaded={sheet.data}
      contest={contest.data}
      action={action}
      onAct={onAct}
    />
  );
};
