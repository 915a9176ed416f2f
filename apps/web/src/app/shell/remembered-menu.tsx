import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { RememberedPerson } from '../../data/remembered-person.ts';
import { PersonMenu } from './person-menu.tsx';
import classes from './shell.module.css';

/** Without a connection: who was signed in here, and what goes without one. */
export const RememberedMenu = ({ person }: { readonly person: RememberedPerson }) => {
  const { t } = useTranslation('shell');
  const shown = person.name || person.contact;
  return (
    <>
      {person.roles.some((role) => role === 'correspondent' || role === 'polling_agent') ? (
        <Link to="/send" className={classes['link']}>
          {t('nav.send')}
        </Link>
      ) : null}
      <PersonMenu id="remembered-menu" personId={person.id} name={shown} contact={person.contact}>
        <p className={classes['email']}>{t('nav.notConnected')}</p>
      </PersonMenu>
    </>
  );
};
