import { useTranslation } from 'react-i18next';
import { useSession } from '../../data/use-session.ts';
import { PageFrame } from '../../ui/page-frame/page-frame.tsx';
import { Notice } from '../../ui/problem-notice/notice.tsx';
import { Skeleton } from '../../ui/skeleton/skeleton.tsx';
import { ForbiddenState } from '../../ui/state-message/forbidden-state.tsx';
import { FactorsSection } from './factors-section.tsx';
import { SessionsSection } from './sessions-section.tsx';

/** Second factors, and where the person is signed in. */
export const SecurityPage = () => {
  const { t } = useTranslation('security');
  const { state, person } = useSession();
  if (state === 'loading') return <Skeleton height="20rem" />;
  if (person === null) return <ForbiddenState text={t('forbidden')} signedIn={false} />;
  return (
    <PageFrame title={t('title')} text={t('text')} width="form">
      {person.limited ? <Notice tone="warn" title={t('limited.title')} text={t('limited.text')} /> : null}
      <FactorsSection />
      <SessionsSection />
    </PageFrame>
  );
};
