import type { PresenterState } from '@comitium/contract';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { electionQuery } from '../../data/queries.ts';
import { useSession } from '../../data/use-session.ts';
import { useTopic } from '../../data/use-topic.ts';
import { Skeleton } from '../../ui/skeleton/skeleton.tsx';
import { FailedState } from '../../ui/state-message/failed-state.tsx';
import { ForbiddenState } from '../../ui/state-message/forbidden-state.tsx';
import { UnwatchedState } from '../../ui/state-message/unwatched-state.tsx';
import { Presenter } from './presenter.tsx';

const route = getRouteApi('/elections/$election/presenter');

const refusals: readonly string[] = ['forbidden', 'unauthenticated', 'session_expired'];

/** For the person on air; only with the permission to present, which the server decides. */
export const PresenterPage = () => {
  const { t } = useTranslation('presenter');
  const { election: code } = route.useParams();
  const { race } = route.useSearch();
  const session = useSession();
  const election = useQuery(electionQuery(code));
  const raceCode = race ?? election.data?.races[0]?.code;
  const watched = session.state === 'signed_in' && raceCode ? `presenter:${code}/${raceCode}` : null;
  const { data, connection, lastAt, problem } = useTopic<PresenterState>(watched);

  if (session.state === 'anonymous' || session.state === 'unreachable') {
    return <ForbiddenState text={t('forbidden')} signedIn={false} />;
  }
  if (problem && refusals.includes(problem.code)) return <ForbiddenState text={t('forbidden')} signedIn />;
  if (election.error)
    return <FailedState whole error={election.error} onRetry={() => void election.refetch()} />;
  if (data && election.data) {
    return <Presenter election={election.data} state={data} connection={connection} lastAt={lastAt} />;
  }
  return problem ? <UnwatchedState whole problem={problem} /> : <Skeleton height="80dvh" />;
};
