import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useEntry } from '../../data/entry/use-entry.ts';
import { useSession } from '../../data/use-session.ts';
import { SecondFactorStep } from '../../ui/entry/second-factor-step.tsx';
import { PageFrame } from '../../ui/page-frame/page-frame.tsx';
import { Skeleton } from '../../ui/skeleton/skeleton.tsx';
import { landingOf } from './landing-of.ts';
import { PasswordForm } from './password-form.tsx';
import classes from './sign-in.module.css';
import { WaysIn } from './ways-in.tsx';

/**
 * By code or by password; whoever is signed in goes on to where he came from, or to what his roles are for. With
 * `?view=password` he stays and changes his password.
 */
export const SignInPage = () => {
  const { t } = useTranslation('sign-in');
  const { state, person } = useSession();
  const { back, view } = useSearch({ from: '/private/sign-in' });
  const navigate = useNavigate();
  const entry = useEntry();
  const changing = view === 'password';
  useEffect(() => {
    if (person !== null && !changing)
      void navigate({ href: person.limited ? '/security' : landingOf(person, back), replace: true });
  }, [person, back, changing, navigate]);
  if (state === 'loading') return <Skeleton height="20rem" />;
  if (changing && person !== null) {
    return (
      <PageFrame
        title={t('change.title')}
        kicker={person.email ?? person.phone ?? person.name}
        text={t('change.text')}
      >
        <PasswordForm email={person.email ?? ''} home={landingOf(person, back)} />
      </PageFrame>
    );
  }
  return (
    <PageFrame title={t('title')} text={back || changing ? t('textBack') : undefined}>
      {entry.asked === null ? (
        <>
          <WaysIn entry={entry} />
          <p className={classes['join']}>
            {t('new')} <Link to="/join">{t('join')}</Link>
          </p>
        </>
      ) : (
        <SecondFactorStep challenge={entry.asked} onCancel={entry.leave} />
      )}
    </PageFrame>
  );
};
