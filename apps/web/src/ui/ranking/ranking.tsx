import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MapView } from '../../data/results/map-view.ts';
import type { PartyOf } from '../party-color/use-party-colors.ts';
import { TextButton } from '../text-button/text-button.tsx';
import { barScale } from './bar-scale.ts';
import classes from './ranking.module.css';
import { RankingRow } from './ranking-row.tsx';
import { seatsOf } from './seats-of.ts';

interface RankingProps {
  readonly view: MapView;
  readonly partyOf: PartyOf;
  readonly compare: boolean;
  /** How many are shown before the reader asks for all. */
  readonly limit?: number;
  readonly expandable?: boolean;
}

/** Everybody on the ballot, most votes first. */
export const Ranking = ({ view, partyOf, compare, limit = 6, expandable = true }: RankingProps) => {
  const { t } = useTranslation('results');
  const [all, setAll] = useState(false);
  // A list that stands in other districts only has no votes here, and never will.
  const leaders = view.scope.contest ? view.leaders : view.leaders.filter(({ votes }) => votes > 0);
  if (view.completeness.stationsReported === 0) {
    return <p className={classes['empty']}>{t('leaders.empty')}</p>;
  }
  const shown = all ? leaders : leaders.slice(0, limit);
  const scale = barScale(leaders.map((leader) => leader.share));
  return (
    <div className={classes['ranking']}>
      <ol className={classes['list']}>
        {shown.map((leader, index) => (
          <RankingRow
            key={leader.choice}
            leader={leader}
            party={partyOf(leader.choice)}
            place={index}
            scale={scale}
            compare={compare}
            seats={seatsOf(view, leader)}
            called={view.scope.calledBy === 'person' && view.scope.winner === leader.choice}
          />
        ))}
      </ol>
      {expandable && leaders.length > limit ? (
        <TextButton aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('leaders.less') : t('leaders.more', { count: leaders.length })}
        </TextButton>
      ) : null}
    </div>
  );
};
