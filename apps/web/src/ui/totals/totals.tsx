import { useTranslation } from 'react-i18next';
import type { MapView } from '../../data/results/map-view.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { CountingNumber } from '../counting-number/counting-number.tsx';
import classes from './totals.module.css';

/** Turnout and ballots. Turnout counts only voters of stations that have reported, and says so. */
export const Totals = ({ view }: { readonly view: MapView }) => {
  const { t } = useTranslation('results');
  const format = useFormat();
  const { totals, completeness } = view;
  // A turnout of nothing would be a figure that nobody has counted.
  const isEmpty = completeness.stationsReported === 0;
  const rejectedShare = totals.cast === 0 ? 0 : totals.rejected / totals.cast;
  return (
    <dl className={classes['totals']}>
      <div>
        <dt>{t('totals.turnout')}</dt>
        <dd>{isEmpty ? t('noValue') : <CountingNumber value={totals.turnout} format={format.share} />}</dd>
        {isEmpty ? null : (
          <dd className={classes['note']}>
            {t('totals.turnoutNote', { registered: format.count(completeness.registeredReported) })}
          </dd>
        )}
      </div>
      <div>
        <dt>{t('totals.cast')}</dt>
        <dd>
          <CountingNumber value={totals.cast} format={format.count} />
        </dd>
      </div>
      <div>
        <dt>{t('totals.rejected')}</dt>
        <dd>
          <CountingNumber value={totals.rejected} format={format.count} />
        </dd>
        {isEmpty ? null : (
          <dd className={classes['note']}>
            {t('totals.rejectedShare', { share: format.share(rejectedShare) })}
          </dd>
        )}
      </div>
    </dl>
  );
};
