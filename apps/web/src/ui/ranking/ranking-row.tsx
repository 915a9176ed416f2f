import type { Leader } from '@comitium/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.ts';
import { CountingNumber } from '../counting-number/counting-number.tsx';
import { useGlow } from '../glow/use-glow.ts';
import type { Party } from '../party-color/use-party-colors.ts';
import { PartyMark } from '../party-mark/party-mark.tsx';
import { ShareBar } from '../share-bar/share-bar.tsx';
import classes from './ranking.module.css';

interface RankingRowProps {
  readonly leader: Leader;
  readonly party: Party;
  /** From 0. */
  readonly place: number;
  /** The right end of the bars. */
  readonly scale: number;
  readonly compare: boolean;
  /** Seats won or led here; undefined where none are filled, as in a part of a district. */
  readonly seats: number | undefined;
  /** Whether a person has declared this one elected. */
  readonly called: boolean;
}

/** Longer names stand in smaller type, so that a list's full title does not fill the column. */
const long = 26;

/** One candidate: name, share as figure and bar, votes, distance to the one in front, change since the last time. */
export const RankingRow = ({ leader, party, place, scale, compare, seats, called }: RankingRowProps) => {
  const { t } = useTranslation('results');
  const format = useFormat();
  const row = useGlow<HTMLLIElement>(leader.votes);
  const margin = format.margin(Math.abs(leader.margin));
  const showMargin = place < 2 && leader.votes > 0 && leader.margin !== 0;
  return (
    <li
      ref={row}
      className={classes['row']}
      data-first={place === 0 || undefined}
      data-long={leader.name.length > long || undefined}
    >
      <span className={classes['name']}>
        <PartyMark {...party} />
        <span>
          {leader.name}{' '}
          {party.partyName ? <abbr className={classes['party']}> {party.partyName}</abbr> : null}
        </span>
      </span>
      <span className={classes['share']}>
        <CountingNumber value={leader.share} format={format.share} />
      </span>
      <span className={classes['bar']}>
        <ShareBar
          share={leader.share}
          color={party.color}
          scale={scale}
          half={leader.share > 0.2}
          previous={compare && leader.swing !== undefined ? leader.share - leader.swing : null}
        />
      </span>
      <span className={classes['facts']}>
        {called ? <strong>{t('call.called')}</strong> : null}
        <bdi>
          <CountingNumber value={leader.votes} format={format.count} />{' '}
          {t('leaders.votesWord', { count: leader.votes })}
        </bdi>
        {seats === undefined ? null : <strong>{t('leaders.seats', { count: seats })}</strong>}
        {showMargin ? <bdi>{t(place === 0 ? 'leaders.lead' : 'leaders.behind', { margin })}</bdi> : null}
        {compare && leader.swing !== undefined ? (
          <span className={classes['swing']} data-sign={Math.sign(leader.swing)}>
            <bdi>{t('points', { points: format.points(leader.swing) })}</bdi>
          </span>
        ) : null}
      </span>
    </li>
  );
};
