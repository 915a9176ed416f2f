import { Link, useSearch } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { holdsRole, useSession } from '../../data/use-session.ts';
import { PageFrame } from '../../ui/page-frame/page-frame.tsx';
import { Skeleton } from '../../ui/skeleton/skeleton.tsx';
import { ForbiddenState } from '../../ui/state-message/forbidden-state.tsx';
import classes from './administration.module.css';
import { ApprovalList } from './approvals/approval-list.tsx';
import { InvitationList } from './invitations/invitation-list.tsx';
import { PeopleList } from './people/people-list.tsx';

const sections: Readonly<Record<string, ComponentType>> = {
  people: PeopleList,
  invitations: InvitationList,
  approvals: ApprovalList,
};

/** Who may do what: people, invitations, what a second administrator approves, and the way to the records. */
export const AdministrationPage = () => {
  const { t } = useTranslation('administration');
  const { state, person } = useSession();
  const search = useSearch({ from: '/private/admin' });
  if (state === 'loading') return <Skeleton height="20rem" />;
  const operates = holdsRole(person, 'platform_administrator');
  if (!operates && !holdsRole(person, 'election_administrator')) {
    return <ForbiddenState text={t('forbidden')} signedIn={person !== null} />;
  }
  const offered = Object.keys(sections).filter((section) => operates || section !== 'approvals');
  const asked = search['section'] ?? '';
  const current = offered.includes(asked) ? asked : 'people';
  const Section = sections[current] ?? PeopleList;
  return (
    <PageFrame width="table" title={t('title')}>
      <nav aria-label={t('title')} className={classes['nav']}>
        {offered.map((section) => (
          <Link
            key={section}
            to="/admin"
            search={{ section }}
            className={classes['tab']}
            aria-current={section === current ? 'page' : undefined}
          >
            {t(`section.${section}`)}
          </Link>
        ))}
        <Link to="/admin/audit" className={classes['tab']}>
          {t('section.audit')}
        </Link>
        {operates ? (
          <Link to="/admin/dead-letters" className={classes['tab']}>
            {t('section.deadLetters')}
          </Link>
        ) : null}
      </nav>
      <Section />
    </PageFrame>
  );
};
