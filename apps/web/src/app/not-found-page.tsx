import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { StateMessage } from '../ui/state-message/state-message.tsx';

export const NotFoundPage = () => {
  const { t } = useTranslation('shell');
  return (
    <StateMessage title={t('notFound.title')} text={t('notFound.text')} whole>
      <Link to="/">{t('notFound.home')}</Link>
    </StateMessage>
  );
};
