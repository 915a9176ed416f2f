import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './shell.module.css';
import { SignOutButton } from './sign-out-button.tsx';

interface PersonMenuProps {
  readonly id: string;
  readonly personId: string;
  /** What the button says. */
  readonly name: string;
  readonly contact: string | null;
  readonly children: ReactNode;
}

/** Under a person's name: who it is, what the page puts there, and the way out. */
export const PersonMenu = ({ id, personId, name, contact, children }: PersonMenuProps) => {
  const { t } = useTranslation('shell');
  return (
    <>
      <button
        type="button"
        className={classes['person']}
        popoverTarget={id}
        aria-label={t('nav.account', { name })}
      >
        {name}
      </button>
      <div id={id} popover="auto" className={classes['menu']}>
        <p className={classes['email']}>{contact}</p>
        {children}
        <SignOutButton personId={personId} />
      </div>
    </>
  );
};
