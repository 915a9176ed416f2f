import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { RememberedPerson } from '../../data/remembered-person.ts';
import classes from './shell.module.css';
import { SignOutButton } from './sign-out-button.tsx';

const menuId = 'remembered-menu';

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
      <button
        type="button"
        className={classes['person']}
        popoverTarget={menuId}
        aria-label={t('nav.account', { name: shown })}
      >
        {shown}
      </button>
      <div id={menuId} popover="auto" className={classes['menu']}>
        <p className={classes['email']}>{person.contact}</p>
        <p className={classes['email']}>{t('nav.notConnected')}</p>
        <SignOutButton personId={person.id} />
      </div>
    </>
  );
};
