import { useTranslation } from 'react-i18next';
import { Seats } from '../../ui/seats/seats.tsx';
import type { Board } from './board.ts';
import classes from './live-map.module.css';

/** The seats that are filled by districts in this area; nothing where there is at most one. */
export const SeatsPanel = ({ view, partyOf, compare }: Board) => {
  const { t } = useTranslation('results');
  const { seats } = view.scope;
  if (seats < 2 || view.seats.length === 0) return null;
  return (
    <section className={classes['panel']} aria-labelledby="seats">
      <h2 id="seats" className={classes['panelTitle']}>
        {t('seats.title')}
      </h2>
      <Seats
        counts={view.seats}
        seats={seats}
        whole={seats === view.race.seats}
        partyOf={partyOf}
        compare={compare}
      />
    </section>
  );
};
