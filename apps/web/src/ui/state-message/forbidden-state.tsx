import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../data/use-session.ts';
import { FailedState } from './failed-state.tsx';
import { StateMessage } from './state-message.tsx';

interface ForbiddenStateProps {
  /** Who may see the page, in words. */
  readonly text: string;
  readonly signedIn: boolean;
}

export const ForbiddenState = ({ text, signedIn }: ForbiddenStateProps) => {
  const { t } = useTranslation('ui');
  const session = useSession();
  if (!signedIn && session.state === 'unreachable') {
    return <FailedState whole error={session.error} onRetry={session.retry} />;
  }
  const back = `${window.location.pathname}${window.location.search}`;
  return (
    <StateMessage title={t('state.forbidden')} text={text} whole>
      {signedIn ? null : (
        <Link to="/sign-in" search={{ back }}>
          {t('state.signIn')}
        </Link>
      )}
      <Link to="/">{t('state.home')}</Link>
    </StateMessage>
  );
};
