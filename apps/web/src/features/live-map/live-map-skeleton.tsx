import { useTranslation } from 'react-i18next';
import { Skeleton } from '../../ui/skeleton/skeleton.tsx';
import classes from './live-map.module.css';

/** The shape of the page before the first state has arrived. */
export const LiveMapSkeleton = () => {
  const { t } = useTranslation('ui');
  return (
    <div className={classes['page']} aria-busy="true">
      <span className="visually-hidden" role="status">
        {t('state.loading')}
      </span>
      <div className={classes['header']}>
        <Skeleton width="10rem" height="1rem" />
        <Skeleton width="16rem" height="2.4rem" />
        <Skeleton height="1.4rem" />
      </div>
      <div className={classes['board']}>
        <div className={classes['column']}>
          <div className={classes['panel']}>
            {[1, 2, 3, 4].map((row) => (
              <Skeleton key={row} height={row === 1 ? '5.5rem' : '3.5rem'} />
            ))}
          </div>
        </div>
        <div className={classes['column']}>
          <div className={classes['panel']}>
            <Skeleton height="min(78dvh, 34rem)" />
          </div>
        </div>
        <div className={classes['column']}>
          <div className={classes['panel']}>
            {[1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((row) => (
              <Skeleton key={row} height="1.6rem" />
            ))}
          </div>
        </div>
      </div>
    </div>
  );
};
