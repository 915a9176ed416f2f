import type { Person } from '@comitium/contract';
import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SheetStatus } from '../../../ui/sheet-status/sheet-status.tsx';
import classes from '../administration.module.css';
import { peopleQuery } from '../administration-queries.ts';
import { PageList } from '../page-list.tsx';
import { placeName } from '../place-name.ts';

/** The people whom the reader manages; numbers and addresses are masked, and found only when known in full. */
export const PeopleList = () => {
  const { t } = useTranslation('administration');
  const [q, setQ] = useState('');
  const [slowQ] = useDebouncedValue(q, 300);
  const people = useInfiniteQuery(peopleQuery(slowQ));
  const count = people.data?.pages.flatMap(({ items }) => items).length ?? 0;
  return (
    <div className={classes['stack']}>
      <TextInput
        className={classes['search'] ?? ''}
        type="search"
        label={t('people.search')}
        description={t('people.hint')}
        maxLength={100}
        autoComplete="off"
        value={q}
        onChange={(event) => setQ(event.currentTarget.value)}
      />
      <p className="visually-hidden" role="status">
        {people.data ? t('people.found', { count }) : ''}
      </p>
      <PageList
        query={people}
        label={t('people.list')}
        empty={{ title: t('people.none'), text: t('people.noneText') }}
      >
        {(person) => <PersonRow person={person} />}
      </PageList>
    </div>
  );
};

const PersonRow = ({ person }: { readonly person: Person }) => {
  const { t } = useTranslation('administration');
  const contact = [person.email, person.phone].filter(Boolean).join(' · ');
  const roles = person.grants.map(
    ({ role, scopeName }) => `${t(`role.${role}`)}, ${placeName(t, scopeName)}`,
  );
  return (
    <article className={classes['card']}>
      <div className={classes['line']}>
        <Link to="/admin/people/$person" params={{ person: person.id }} className={classes['name']}>
          {person.name || t('people.unnamed')}
        </Link>
        {person.disabled ? <SheetStatus tone="bad" label={t('people.closed')} /> : null}
      </div>
      <p className={classes['small']}>
        <bdi>{contact || t('people.noContact')}</bdi>
      </p>
      <p className={classes['small']}>{roles.length === 0 ? t('people.noRoles') : roles.join(' · ')}</p>
    </article>
  );
};
