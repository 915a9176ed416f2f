import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { holdsRole, useSession } from '../../data/use-session.ts';
import { Skeleton } from '../../ui/skeleton/skeleton.tsx';
import { ForbiddenState } from '../../ui/state-message/forbidden-state.tsx';
import { Desk } from './desk.tsx';
import { deskRoles } from './desk-roles.ts';

/** Where held, doubted and new sheets are looked at by a person. */
export const DeskPage = () => {
  const { t } = useTranslation('desk');
  const { state, person } = useSession();
  const { election } = useParams({ from: '/private/elections/$election/desk' });
  if (state === 'loading') return <Skeleton height="20rem" />;
  if (!holdsRole(person, ...deskRoles))
    return <ForbiddenState text={t('forbidden')} signedIn={person !== null} />;
  return <Desk key={election} election={election} />;
};
