import type { Election } from '@comitium/contract';
import { useTranslation } from 'react-i18next';
import type { MapView } from '../../data/results/map-view.ts';
import type { Connection } from '../../data/use-topic.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { ConnectionBadge } from '../../ui/connection-badge/connection-badge.tsx';
import classes from './wall.module.css';

interface WallFootProps {
  readonly election: Election;
  readonly view: MapView;
  readonly connection: Connection;
  readonly lastAt: string | null;
  readonly kept: boolean;
}

export const WallFoot = ({ election, view, connection, lastAt, kept }: WallFootProps) => {
  const { t } = useTranslation(['wall', 'ui', 'results']);
  const format = useFormat();
  const { stations, stationsReported } = view.completeness;
  const share = stations === 0 ? 0 : stationsReported / stations;
  return (
    <footer className={classes['foot']}>
      <span className={classes['track']} aria-hidden="true">
        <span className={classes['filled']} style={{ inlineSize: `${share * 100}%` }} />
      </span>
      <p className={classes['facts']}>
        <strong>{t('ui:completeness.short', { share: format.reported(share) })}</strong>
        {stationsReported > 0 ? (
          <span>
            {t('results:totals.turnout')} {format.share(view.totals.turnout)}
          </span>
        ) : null}
        <span>{t(`ui:basis.${view.basis}`)}</span>
        {view.lastUpdated ? <span>{t('ui:updated', { time: format.time(view.lastUpdated) })}</span> : null}
        {election.simulated ? <span>{t('ui:simulated.label')}</span> : null}
        <span className={classes['fresh']}>
          <ConnectionBadge connection={connection} lastAt={lastAt} kept={kept} />
        </span>
      </p>
    </footer>
  );
};
