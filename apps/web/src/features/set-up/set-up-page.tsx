import { Link, useSearch } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { holdsRole, useSession } from '../../data/use-session.ts';
import { PageFrame } from '../../ui/page-frame/page-frame.tsx';
import { Skeleton } from '../../ui/skeleton/skeleton.tsx';
import { ForbiddenState } from '../../ui/state-message/forbidden-state.tsx';
import { AssignmentsSection } from './assignments/assignments-section.tsx';
import { BallotsSection } from './ballots/ballots-section.tsx';
import { ElectionsSection } from './elections/elections-section.tsx';
import classes from './forms/forms.module.css';
import { ImportsSection } from './imports/imports-section.tsx';
import { PeopleSection } from './people/people-section.tsx';

const sections: Readonly<Record<string, ComponentType>> = {
  elections: ElectionsSection,
  ballots: BallotsSection,
  assignments: AssignmentsSection,
  imports: ImportsSection,
  people: PeopleSection,
};

/** Where an election administrator prepares elections, ballots, people and what they may do. */
export const SetUpPage = () => {
  const { t } = useTranslation('set-up');
  const { state, person } = useSession();
  const search = useSearch({ from: '/private/set-up' });
  if (state === 'loading') return <Skeleton height="20rem" />;
  if (!holdsRole(person, 'election_administrator', 'platform_administrator')) {
    return <ForbiddenState text={t('forbidden')} signedIn={person !== null} />;
  }
  const current = Object.hasOwn(sections, search['section'] ?? '') ? (search['section'] ?? '') : 'elections';
  const Section = sections[current] ?? ElectionsSection;
  return (
    <PageFrame width="table" title={t('title')}>
      <nav aria-label={t('title')} className={classes['nav']}>
        {Object.keys(sections).map((section) => (
          <Link
            key={section}
            to="/set-up"
            search={(before) => ({
              ...(before['election'] ? { election: before['election'] } : {}),
              section,
            })}
            className={classes['tab']}
            aria-current={section === current ? 'page' : undefined}
          >
            {t(`section.${section}`)}
          </Link>
        ))}
      </nav>
      <Section />
    </PageFrame>
  );
};
