import { useTranslation } from 'react-i18next';
import { Ranking } from '../../ui/ranking/ranking.tsx';
import { callWords } from '../../ui/result-words/call-words.ts';
import { Seats } from '../../ui/seats/seats.tsx';
import { Totals } from '../../ui/totals/totals.tsx';
import type { Board } from './board.ts';
import classes from './live-map.module.css';

/** Who is ahead, and by how much; seats where the race fills more than one; turnout. */
export const CandidatePanel = ({ view, partyOf, compare }: Board) => {
  const { t } = useTranslation('results');
  const words = callWords(t, view);
  const chamber = view.seats.length > 0 && view.race.seats > 1;
  return (
    <section className={classes['ranking']} aria-labelledby="candidates">
      <h2 id="candidates" className={classes['panelTitle']}>
        {chamber ? t('leaders.titleSeats') : t('leaders.title')}
      </h2>
      {words ? <p className={classes['call']}>{words.headline}</p> : null}
      {words?.reason ? <p className={classes['reason']}>{words.reason}</p> : null}
      <Ranking view={view} partyOf={partyOf} compare={compare} />
      {chamber ? (
        <>
          <h2 className={classes['panelTitle']}>{t('seats.title')}</h2>
          <Seats
            counts={view.seats}
            seats={view.scope.level === 'national' ? view.race.seats : null}
            partyOf={partyOf}
            compare={compare}
          />
        </>
      ) : null}
      <h2 className={classes['panelTitle']}>{t('totals.title')}</h2>
      <Totals view={view} />
    </section>
  );
};
