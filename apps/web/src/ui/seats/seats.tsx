import type { SeatCount } from '@comitium/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.ts';
import type { PartyOf } from '../party-color/use-party-colors.ts';
import { Hemicycle } from './hemicycle.tsx';
import { majorityOf } from './seat-order.ts';
import { SeatRow } from './seat-row.tsx';
import { SeatTable } from './seat-table.tsx';
import classes from './seats.module.css';

interface SeatsProps {
  readonly counts: readonly SeatCount[];
  /** The seats of the area that is shown. */
  readonly seats: number;
  /** Whether these are all seats of the race, so that a majority means something. */
  readonly whole: boolean;
  readonly partyOf: PartyOf;
  readonly compare: boolean;
}

/** Fewer seats than this make no chamber; they stand in a row. */
const fewest = 40;

/** Who has how many seats, as a chamber and in figures. */
export const Seats = ({ counts, seats, whole, partyOf, compare }: SeatsProps) => {
  const { t } = useTranslation('results');
  const format = useFormat();
  const decided = counts.reduce((sum, party) => sum + party.won, 0);
  const figures = { decided: format.count(decided), seats: format.count(seats) };
  return (
    <div className={classes['frame']}>
      <div className={classes['seats']}>
        <figure className={classes['chamber']}>
          {seats < fewest ? (
            <SeatRow counts={counts} seats={seats} partyOf={partyOf} />
          ) : (
            <Hemicycle counts={counts} seats={seats} whole={whole} partyOf={partyOf} />
          )}
          <figcaption className={classes['caption']}>
            {whole ? (
              <strong>{t('seats.majority', { seats: format.count(majorityOf(seats)) })}</strong>
            ) : null}
            <bdi>{t(whole ? 'seats.total' : 'seats.here', figures)}</bdi>
          </figcaption>
        </figure>
        <SeatTable counts={counts} partyOf={partyOf} compare={compare} />
      </div>
    </div>
  );
};
