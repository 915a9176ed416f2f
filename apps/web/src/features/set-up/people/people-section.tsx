import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TextButton } from '../../../ui/text-button/text-button.tsx';
import classes from '../forms/forms.module.css';
import { Loaded } from '../forms/loaded.tsx';
import { peopleQuery } from '../set-up-queries.ts';
import { CreatePerson } from './create-person.tsx';
import { PersonCard } from './person-card.tsx';

/** Accounts and what each may do where. */
export const PeopleSection = () => {
  const { t } = useTranslation('set-up');
  const [q, setQ] = useState('');
  const [slowQ] = useDebouncedValue(q, 300);
  const [adding, setAdding] = useState(false);
  const people = useQuery(peopleQuery(slowQ));
  return (
    <div className={classes['stack']}>
      <div className={classes['line']}>
        <TextInput
          type="search"
          label={t('people.search')}
          maxLength={100}
          value={q}
          onChange={(event) => setQ(event.currentTarget.value)}
        />
        <TextButton onClick={() => setAdding(true)}>{t('people.add')}</TextButton>
      </div>
      <Loaded query={people}>
        {({ items, nextCursor }) => (
          <>
            <p className="visually-hidden" aria-live="polite">
              {t('people.found', { count: items.length })}
            </p>
            {items.length === 0 ? <p>{t('people.none')}</p> : null}
            {items.map((person) => (
              <PersonCard key={person.id} person={person} />
            ))}
            {nextCursor ? (
              <p className={classes['small']}>{t('people.more', { count: items.length })}</p>
            ) : null}
          </>
        )}
      </Loaded>
      <p>
        <Link to="/sign-in" search={{ view: 'password', back: '/set-up?section=people' }}>
          {t('people.ownPassword')}
        </Link>
      </p>
      {adding ? <CreatePerson onClose={() => setAdding(false)} /> : null}
    </div>
  );
};
