import { Link } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { rememberedPerson } from '../../data/remembered-person.ts';
import { mayHaveSession } from '../../data/session-token.ts';
import { holdsRole, useSession } from '../../data/use-session.ts';
import { PersonMenu } from './person-menu.tsx';
import { RememberedMenu } from './remembered-menu.tsx';
import classes from './shell.module.css';
import { UnsentSheets } from './unsent-sheets.ts';

const menuId = 'account-menu';
const closeMenu = (): void => document.getElementById(menuId)?.hidePopover();

/** Where the person may go, and under the name what concerns the account itself. */
export const AccountMenu = () => {
  const { t } = useTranslation('shell');
  const { state, person } = useSession();
  if (state === 'loading' && navigator.onLine) return null;
  if (person === null) {
    // The server could not be asked, or not yet: nobody is told to sign in where that cannot be done.
    const remembered = mayHaveSession() ? rememberedPerson() : null;
    if (remembered !== null) {
      return (
        <>
          <Unsent />
          <RememberedMenu person={remembered} />
        </>
      );
    }
    return (
      <Link to="/sign-in" className={classes['link']}>
        {t('nav.signIn')}
      </Link>
    );
  }
  // Whoever has joined by phone may not have told a name yet.
  const shown = person.name || person.email || person.phone || t('nav.accountPage');
  return (
    <>
      <Unsent />
      {holdsRole(person, 'election_administrator', 'platform_administrator') ? (
        <Link to="/set-up" className={classes['link']}>
          {t('nav.setUp')}
        </Link>
      ) : null}
      {holdsRole(person, 'data_admin', 'reviewer') ? (
        <Link to="/desk" className={classes['link']}>
          {t('nav.desk')}
        </Link>
      ) : null}
      {holdsRole(person, 'correspondent', 'polling_agent') ? (
        <Link to="/send" className={classes['link']}>
          {t('nav.send')}
        </Link>
      ) : null}
      <PersonMenu id={menuId} personId={person.id} name={shown} contact={person.email ?? person.phone}>
        {holdsRole(person, 'platform_administrator', 'election_administrator') ? (
          <Link to="/admin" className={classes['link']} onClick={closeMenu}>
            {t('nav.administration')}
          </Link>
        ) : null}
        <Link to="/account" className={classes['link']} onClick={closeMenu}>
          {t('nav.accountPage')}
        </Link>
        <Link to="/security" className={classes['link']} onClick={closeMenu}>
          {t('nav.security')}
        </Link>
        <Link to="/sign-in" search={{ view: 'password' }} className={classes['link']} onClick={closeMenu}>
          {t('nav.password')}
        </Link>
      </PersonMenu>
    </>
  );
};

const Unsent = () => (
  <Suspense fallback={null}>
    <UnsentSheets />
  </Suspense>
);
