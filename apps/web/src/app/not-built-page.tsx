import { useTranslation } from 'react-i18next';
import { StateMessage } from '../ui/state-message/state-message.tsx';

export const NotBuiltPage = () => {
  const { t } = useTranslation('shell');
  return <StateMessage title={t('notBuilt.title')} text={t('notBuilt.text')} whole />;
};
