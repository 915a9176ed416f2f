import { useTranslation } from 'react-i18next';
import classes from './simulated-label.module.css';

export const SimulatedLabel = () => {
  const { t } = useTranslation('ui');
  return (
    <span className={classes['label']} title={t('simulated.text')}>
      {t('simulated.label')}
    </span>
  );
};
