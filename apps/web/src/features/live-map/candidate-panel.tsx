import { useTranslation } from 'react-i18next';
import { Ranking } from '../../ui/ranking/ranking.tsx';
import { callWords } from '../../ui/result-words/call-words.ts';
import { Totals } from '../../ui/totals/totals.tsx';
import type { Board } from './board.ts';
import classes from './live-map.module.css';

/** Who is ahead, and by how much, and how many voted. */
export const CandidatePanel = ({ view, partyOf, compare }: Board) => {
  const { t } = useTranslation('results');
  const words = callWords(t, view);
  const byList = view.race.seatMethod === 'dhondt' || (view.race.seats > 1 && !view.scope.contest);
  return (
    <>
      <section className={classes['panel']} aria-labelledby="candidates">
        <h2 id="candidates" className={classes['panelTitle']}>
          {byList ? t('leaders.titleSeats') : t('leaders.title')}
        </h2>
        {words ? (
          <p className={classes['call']} data-long={words.headline.length > 36 || undefined}>
            {words.headline}
          </p>
        ) : null}
        {words?.reason ? <p className={classes['reason']}>{words.reason}</p> : null}
        <Ranking view={view} partyOf={partyOf} compare={compare} />
      </section>
      <section className={classes['panel']} aria-labelledby="totals">
        <h2 id="totals" className={classes['panelTitle']}>
          {t('totals.title')}
        </h2>
        <Totals view={view} />
      </section>
    </>
  );
};
