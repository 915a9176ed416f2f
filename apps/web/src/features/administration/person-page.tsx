import type { Person } from '@comitium/contract';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { holdsRole, useSession } from '../../data/use-session.ts';
import { PageFrame } from '../../ui/page-frame/page-frame.tsx';
import { SheetStatus } from '../../ui/sheet-status/sheet-status.tsx';
import { Skeleton } from '../../ui/skeleton/skeleton.tsx';
import { FailedState } from '../../ui/state-message/failed-state.tsx';
import { ForbiddenState } from '../../ui/state-message/forbidden-state.tsx';
import classes from './administration.module.css';
import { personQuery } from './administration-queries.ts';
import { Said } from './forms/said.tsx';
import { CloseAccount } from './person/close-account.tsx';
import { ResetFactors } from './person/reset-factors.tsx';
import { RoleHistory } from './person/role-history.tsx';
import { SessionList } from './person/session-list.tsx';

/** One person: roles with their history, open sessions, and the account itself. */
export const PersonPage = () => {
  const { t } = useTranslation('administration');
  const { state, person: reader } = useSession();
  if (state === 'loading') return <Skeleton height="20rem" />;
  if (!holdsRole(reader, 'platform_administrator', 'election_administrator')) {
    return <ForbiddenState text={t('forbidden')} signedIn={reader !== null} />;
  }
  return <OnePerson />;
};

const OnePerson = () => {
  const { person: id } = useParams({ from: '/private/admin/people/$person' });
  const { data, error, refetch } = useQuery(personQuery(id));
  if (!data && error) return <FailedState error={error} onRetry={() => void refetch()} whole />;
  if (!data) return <Skeleton height="20rem" />;
  return <Shown person={data} />;
};

const Shown = ({ person }: { readonly person: Person }) => {
  const { t } = useTranslation('administration');
  const { person: reader } = useSession();
  const [said, setSaid] = useState<string | null>(null);
  const tends = holdsRole(reader, 'platform_administrator');
  const contact = [person.email, person.phone].filter(Boolean).join(' · ');
  return (
    <PageFrame
      width="table"
      kicker={<Link to="/admin">{t('person.back')}</Link>}
      title={person.name || t('people.unnamed')}
      text={contact || t('people.noContact')}
      actions={
        <>
          <Link to="/admin/audit" search={{ person: person.id }}>
            {t('person.audit')}
          </Link>
          {person.disabled ? <SheetStatus tone="bad" label={t('people.closed')} /> : null}
        </>
      }
    >
      <div className={classes['stack']}>
        <Said words={said} />
        <RoleHistory person={person} onDone={setSaid} />
        {tends ? <SessionList person={person} onDone={setSaid} /> : null}
        {tends && !person.disabled && reader?.id !== person.id ? (
          <div className={classes['row']}>
            <ResetFactors person={person} onDone={setSaid} />
            <CloseAccount person={person} onDone={setSaid} />
          </div>
        ) : null}
      </div>
    </PageFrame>
  );
};
