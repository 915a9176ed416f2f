import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../data/use-session.ts';
import { PageFrame } from '../../ui/page-frame/page-frame.tsx';
import { landingOf } from './landing-of.ts';
import { SignInForm } from './sign-in-form.tsx';
import { useSignIn } from './use-sign-in.ts';

/** E-mail and password; whoever is signed in goes on to where he came from, or to what his roles are for. */
export const SignInPage = () => {
  const { t } = useTranslation('sign-in');
  const { person } = useSession();
  const { back } = useSearch({ from: '/private/sign-in' });
  const navigate = useNavigate();
  const signIn = useSignIn();
  useEffect(() => {
    if (person !== null) void navigate({ href: landingOf(person, back), replace: true });
  }, [person, back, navigate]);
  return (
    <PageFrame title={t('title')} text={back ? t('textBack') : undefined}>
      <SignInForm signIn={signIn} />
    </PageFrame>
  );
};
