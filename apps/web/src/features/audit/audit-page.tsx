import { useTranslation } from 'react-i18next';
import { holdsRole, useSession } from '../../data/use-session.ts';
import { Skeleton } from '../../ui/skeleton/skeleton.tsx';
import { ForbiddenState } from '../../ui/state-message/forbidden-state.tsx';
import { AuditExplorer } from './audit-explorer.tsx';

/** What was done and what was refused: all of it for platform administrators, an election's for its own. */
export const AuditPage = () => {
  const { t } = useTranslation('audit');
  const { state, person } = useSession();
  if (state === 'loading') return <Skeleton height="20rem" />;
  const everything = holdsRole(person, 'platform_administrator');
  if (!everything && !holdsRole(person, 'election_administrator')) {
    return <ForbiddenState text={t('forbidden')} signedIn={person !== null} />;
  }
  return <AuditExplorer everything={everything} />;
};
