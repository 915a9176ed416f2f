import type { Role } from '@comitium/contract';
import { Navigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ownElections } from '../../data/own-elections.ts';
import { useSession } from '../../data/use-session.ts';
import { ElectionChoice } from '../../ui/election-choice/election-choice.tsx';
import { PageFrame } from '../../ui/page-frame/page-frame.tsx';
import { Skeleton } from '../../ui/skeleton/skeleton.tsx';
import { FailedState } from '../../ui/state-message/failed-state.tsx';
import { StateMessage } from '../../ui/state-message/state-message.tsx';
import { SenderGate } from './sender/sender-gate.tsx';
import { takingStates } from './sender/taking-states.ts';
import { useElections } from './sender/use-elections.ts';

const senderRoles: readonly Role[] = [
  'correspondent',
  'polling_agent',
  'data_admin',
  'election_administrator',
  'platform_administrator',
];

/** Which election the sheets are for; with only one to choose there is nothing to ask. */
export const ChooseElectionPage = () => (
  <SenderGate>
    <ChooseElection />
  </SenderGate>
);

const ChooseElection = () => {
  const { t } = useTranslation('send-sheet');
  const { data, error, loading, refresh } = useElections();
  const { person } = useSession();
  const open = data?.items.filter(({ state }) => takingStates.includes(state)) ?? [];
  // Without signal it may not be known who holds the phone; the stations of each election are kept by person.
  const elections = person === null ? open : ownElections(open, { person, roles: senderRoles });
  const [only] = elections;
  if (only && elections.length === 1) {
    return <Navigate to="/elections/$election/send" params={{ election: only.code }} replace />;
  }
  return (
    <PageFrame title={t('choose.title')} text={t('choose.text')}>
      {loading ? <Skeleton height="8rem" /> : null}
      {!data && error ? <FailedState error={error} onRetry={refresh} /> : null}
      {data && elections.length === 0 ? (
        <StateMessage title={t('choose.none')} text={t('choose.noneText')} />
      ) : null}
      <ElectionChoice elections={elections} to="/elections/$election/send" />
    </PageFrame>
  );
};
