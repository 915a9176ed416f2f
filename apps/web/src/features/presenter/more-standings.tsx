import { useTranslation } from 'react-i18next';
import type { MapView } from '../../data/results/map-view.ts';
import { useFormat } from '../../i18n/use-format.ts';
import type { PartyOf } from '../../ui/party-color/use-party-colors.ts';
import { PartyMark } from '../../ui/party-mark/party-mark.tsx';
import { Seats } from '../../ui/seats/seats.tsx';
import classes from './presenter.module.css';

interface MoreStandingsProps {
  readonly view: MapView;
  readonly partyOf: PartyOf;
  readonly compare: boolean;
}

const others = 4;

/** The chamber where there are seats; otherwise those behind the first two. Only on tall screens. */
export const MoreStandings = ({ view, partyOf, compare }: MoreStandingsProps) => {
  const { t } = useTranslation(['presenter', 'results']);
  const format = useFormat();
  if (view.scope.seats > 1 && view.seats.length > 0) {
    return (
      <div className={classes['tall']}>
        <h2 className={classes['eyebrow']}>{t('results:seats.title')}</h2>
        <Seats counts={view.seats} seats={view.scope.seats} whole partyOf={partyOf} compare={compare} />
      </div>
    );
  }
  const behind = view.leaders.slice(2, 2 + others).filter(({ votes }) => votes > 0);
  if (behind.length === 0) return null;
  return (
    <div className={classes['tall']}>
      <h2 className={classes['eyebrow']}>{t('others')}</h2>
      <ol className={classes['others']}>
        {behind.map((leader) => (
          <li key={leader.choice}>
            <span>
              <PartyMark {...partyOf(leader.choice)} /> {leader.name}
            </span>
            <strong>{format.share(leader.share)}</strong>
          </li>
        ))}
      </ol>
    </div>
  );
};
