import type { Election } from '@comitium/contract';
import { useTranslation } from 'react-i18next';
import type { Place } from '../../data/results/place.ts';
import { useShownView } from '../../data/results/use-shown-view.ts';
import { usePartyColors } from '../../ui/party-color/use-party-colors.ts';
import { callWords } from '../../ui/result-words/call-words.ts';
import { UnwatchedState } from '../../ui/state-message/unwatched-state.tsx';
import classes from './wall.module.css';
import { WallFigure } from './wall-figure.tsx';
import { WallFoot } from './wall-foot.tsx';
import { WallRanking } from './wall-ranking.tsx';

interface WallProps {
  readonly election: Election;
  readonly place: Place;
  readonly asked: string | undefined;
}

const nobody = { leaders: [], seats: [], children: [] };

/** Who is ahead on one side, where on the other, how much is in at the foot. */
export const Wall = ({ election, place, asked }: WallProps) => {
  const { t } = useTranslation(['wall', 'results']);
  const { t: results } = useTranslation('results');
  const { view, connection, lastAt, problem, kept } = useShownView(place);
  const partyOf = usePartyColors(view ?? nobody, election);
  if (!view) {
    return problem || connection === 'offline' ? (
      <UnwatchedState whole problem={problem} />
    ) : (
      <p className={classes['waiting']}>{t('waiting')}</p>
    );
  }
  return (
    <div className={classes['wall']} data-connection={kept ? 'offline' : connection}>
      <header className={classes['head']}>
        <h1>{view.scope.level === 'national' ? election.name : view.scope.name}</h1>
        <p className={classes['race']}>{view.race.name}</p>
      </header>
      <section className={classes['side']}>
        <p className={classes['call']}>{callWords(results, view)?.headline ?? t('results:leaders.empty')}</p>
        <WallRanking view={view} partyOf={partyOf} />
      </section>
      <WallFigure election={election} view={view} partyOf={partyOf} asked={asked} />
      <WallFoot {...{ election, view, connection, lastAt, kept }} />
    </div>
  );
};
