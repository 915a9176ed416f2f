import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { endSession, holdsRole, useSession } from '../../data/use-session.ts';
import classes from './shell.module.css';

export const AccountMenu = () => {
  const { t } = useTranslation('shell');
  const { state, person } = useSession();
  if (state === 'loading') return null;
  if (state === 'anonymous') {
    return (
      <Link to="/sign-in" className={classes['link']}>
        {t('nav.signIn')}
      </Link>
    );
  }
  return (
    <>
      {holdsRole(person, 'election_administrator', 'platform_administrator') ? (
        <Link to="/set-up" className={classes['link']}>
          {t('nav.setUp')}
        </Link>
      ) : null}
      {holdsRole(person, 'correspondent', 'polling_agent') ? (
        <Link to="/send" className={classes['link']}>
          {t('nav.send')}
        </Link>
      ) : null}
      <span className={classes['person']}>{person.name}</span>
      <button type="button" className={classes['link']} onClick={() => void endSession()}>
        {t('nav.signOut')}
      </button>
    </>
  );
};
