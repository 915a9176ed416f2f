import type { SeatCount } from '@comitium/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.ts';
import type { PartyOf } from '../party-color/use-party-colors.ts';
import { PartyMark } from '../party-mark/party-mark.tsx';
import { TextButton } from '../text-button/text-button.tsx';
import classes from './seats.module.css';

interface SeatTableProps {
  readonly counts: readonly SeatCount[];
  readonly partyOf: PartyOf;
  readonly compare: boolean;
}

const firstRows = 7;

/** Parties with seats, and those that lost all they had. */
export const SeatTable = ({ counts, partyOf, compare }: SeatTableProps) => {
  const { t } = useTranslation('results');
  const format = useFormat();
  const [all, setAll] = useState(false);
  const withChange = compare && counts.some((party) => party.change !== undefined);
  const seated = counts.filter(
    (party) => party.won + party.leading > 0 || (withChange && (party.change ?? 0) < 0),
  );
  return (
    <div>
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
          {(all ? seated : seated.slice(0, firstRows)).map((party) => (
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
      {seated.length > firstRows ? (
        <TextButton className={classes['more']} aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('leaders.less') : t('leaders.more', { count: seated.length })}
        </TextButton>
      ) : null}
    </div>
  );
};
