import type { Person } from '@comitium/contract';
import { useQuery } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ownElections } from '../../data/own-elections.ts';
import { electionsQuery } from '../../data/queries.ts';
import { holdsRole, useSession } from '../../data/use-session.ts';
import { ElectionChoice } from '../../ui/election-choice/election-choice.tsx';
import { PageFrame } from '../../ui/page-frame/page-frame.tsx';
import { Skeleton } from '../../ui/skeleton/skeleton.tsx';
import { FailedState } from '../../ui/state-message/failed-state.tsx';
import { ForbiddenState } from '../../ui/state-message/forbidden-state.tsx';
import { StateMessage } from '../../ui/state-message/state-message.tsx';
import { deskRoles } from './desk-roles.ts';

/** Which election's desk; with only one to choose there is nothing to ask. */
export const ChooseDeskPage = () => {
  const { t } = useTranslation('desk');
  const { state, person } = useSession();
  if (state === 'loading') return <Skeleton height="20rem" />;
  if (person === null || !holdsRole(person, ...deskRoles))
    return <ForbiddenState text={t('forbidden')} signedIn={person !== null} />;
  return <ChooseDesk person={person} />;
};

const ChooseDesk = ({ person }: { readonly person: Person }) => {
  const { t } = useTranslation('desk');
  const { data, error, refetch } = useQuery(electionsQuery);
  const begun = (data?.items ?? []).filter(({ state }) => state !== 'setup');
  const elections = ownElections(begun, { person, roles: deskRoles });
  const [only] = elections;
  if (only && elections.length === 1) {
    return <Navigate to="/elections/$election/desk" params={{ election: only.code }} replace />;
  }
  return (
    <PageFrame title={t('title')} text={t('choose.text')}>
      {!data && !error ? <Skeleton height="8rem" /> : null}
      {!data && error ? <FailedState error={error} onRetry={() => void refetch()} /> : null}
      {data && elections.length === 0 ? (
        <StateMessage title={t('choose.none')} text={t('choose.noneText')} />
      ) : null}
      <ElectionChoice elections={elections} to="/elections/$election/desk" />
    </PageFrame>
  );
};
