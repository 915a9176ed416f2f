import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../data/use-session.ts';
import { PageFrame } from '../../ui/page-frame/page-frame.tsx';
import { Skeleton } from '../../ui/skeleton/skeleton.tsx';
import { ForbiddenState } from '../../ui/state-message/forbidden-state.tsx';
import { StateMessage } from '../../ui/state-message/state-message.tsx';
import { ContactSection } from './contact/contact-section.tsx';
import { DataSection } from './data/data-section.tsx';
import { LookSection } from './profile/look-section.tsx';
import { ProfileSection } from './profile/profile-section.tsx';
import { PushSection } from './push/push-section.tsx';
import { SecuritySection } from './security-section.tsx';

/** One's own account: who one is, how one is reached, what is held, and the way out. */
export const AccountPage = () => {
  const { t } = useTranslation('account');
  const { state, person } = useSession();
  const [gone, setGone] = useState(false);
  if (gone) {
    return (
      <StateMessage whole title={t('gone.title')} text={t('gone.text')}>
        <Link to="/">{t('gone.home')}</Link>
      </StateMessage>
    );
  }
  if (state === 'loading') return <Skeleton height="30rem" />;
  if (person === null) return <ForbiddenState text={t('forbidden')} signedIn={false} />;
  return (
    <PageFrame title={t('title')} text={t('text')}>
      <ProfileSection person={person} />
      <LookSection person={person} />
      <ContactSection person={person} />
      <SecuritySection person={person} />
      <PushSection personId={person.id} />
      <DataSection person={person} onGone={() => setGone(true)} />
    </PageFrame>
  );
};
