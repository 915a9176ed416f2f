import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { signOut } from '../../data/use-session.ts';
import classes from './shell.module.css';

const countUnsent = async (personId: string): Promise<number> =>
  (await import('../../features/send-sheet/storage/forget-sheets.ts')).countUnsent(personId);

/** Signs out; where sheets of this person wait on this device alone, only after saying what becomes of them. */
export const SignOutButton = ({ personId }: { readonly personId: string }) => {
  const { t } = useTranslation('shell');
  const [unsent, setUnsent] = useState(0);
  const leave = async (): Promise<void> => {
    const count = unsent > 0 ? 0 : await countUnsent(personId);
    setUnsent(count);
    if (count === 0) await signOut();
  };
  return (
    <>
      <p role="status" className={classes['email']}>
        {unsent > 0 ? t('nav.unsent', { count: unsent }) : null}
      </p>
      <button type="button" className={classes['link']} onClick={() => void leave()}>
        {t(unsent > 0 ? 'nav.signOutStill' : 'nav.signOut')}
      </button>
    </>
  );
};
