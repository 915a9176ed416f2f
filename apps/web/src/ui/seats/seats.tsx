import type { SeatCount } from '@comitium/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.ts';
import type { PartyOf } from '../party-color/use-party-colors.ts';
import { PartyMark } from '../party-mark/party-mark.tsx';
import { Hemicycle } from './hemicycle.tsx';
import { majorityOf } from './seat-order.ts';
import classes from './seats.module.css';

interface SeatsProps {
  readonly counts: readonly SeatCount[];
  /** All seats of the race; null below the whole country, where no chamber is to be drawn. */
  readonly seats: number | null;
  readonly partyOf: PartyOf;
  readonly compare: boolean;
  readonly limit?: number;
}

/** Who has how many seats, as a chamber and in figures. */
export const Seats = ({ counts, seats, partyOf, compare, limit = 12 }: SeatsProps) => {
  const { t } = useTranslation('results');
  const format = useFormat();
  const decided = counts.reduce((sum, party) => sum + party.won, 0);
  const withChange = compare && counts.some((party) => party.change !== undefined);
  const shown = counts.filter((party) => party.won + party.leading > 0).slice(0, limit);
  return (
    <div className={classes['seats']}>
      {seats === null ? null : (
        <figure className={classes['chamber']}>
          <Hemicycle counts={counts} seats={seats} partyOf={partyOf} />
          <figcaption className={classes['caption']}>
            <strong>{t('seats.majority', { seats: format.count(majorityOf(seats)) })}</strong>
            <span>{t('seats.total', { decided: format.count(decided), seats: format.count(seats) })}</span>
          </figcaption>
        </figure>
      )}
      <table className={classes['table']}>
        <thead>
          <tr>
            <th scope="col">{t('leaders.titleSeats')}</th>
            <th scope="col">{t('seats.won')}</th>
            <th scope="col">{t('seats.leading')}</th>
            {withChange ? <th scope="col">{t('seats.change')}</th> : null}
          </tr>
        </thead>
        <tbody>
          {shown.map((party) => (
            <tr key={party.party}>
              <th scope="row">
                <PartyMark {...partyOf(party.party)} /> {party.name}
              </th>
              <td className={classes['won']}>{format.count(party.won)}</td>
              <td>{format.count(party.leading)}</td>
              {withChange ? (
                <td>
                  <bdi>{party.change === undefined ? t('noValue') : format.change(party.change)}</bdi>
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
