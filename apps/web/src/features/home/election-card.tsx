import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.ts';
import { Completeness } from '../../ui/completeness/completeness.tsx';
import { SimulatedLabel } from '../../ui/simulated-label/simulated-label.tsx';
import { type ElectionItem, isLive } from './election-items.ts';
import classes from './home-page.module.css';

export const ElectionCard = ({ item }: { readonly item: ElectionItem }) => {
  const { t } = useTranslation(['home', 'ui']);
  const format = useFormat();
  return (
    <li className={classes['card']} data-live={isLive(item) || undefined}>
      <p className={classes['facts']}>
        <span className={classes['state']}>{t(`ui:electionState.${item.state}`)}</span>
        <span>{t('polling', { day: format.day(item.pollingDate) })}</span>
        {item.simulated ? <SimulatedLabel /> : null}
      </p>
      <h2 className={classes['name']}>
        <Link to="/elections/$election" params={{ election: item.code }} className={classes['link']}>
          {item.name}
        </Link>
      </h2>
      {item.state === 'setup' ? null : (
        <Completeness reported={item.stationsReported} stations={item.stations} />
      )}
    </li>
  );
};
