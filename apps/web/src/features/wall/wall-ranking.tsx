import { useTranslation } from 'react-i18next';
import type { MapView } from '../../data/results/map-view.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { CountingNumber } from '../../ui/counting-number/counting-number.tsx';
import { useGlow } from '../../ui/glow/use-glow.ts';
import type { Party, PartyOf } from '../../ui/party-color/use-party-colors.ts';
import { PartyMark } from '../../ui/party-mark/party-mark.tsx';
import { barScale } from '../../ui/ranking/bar-scale.ts';
import { ShareBar } from '../../ui/share-bar/share-bar.tsx';
import classes from './wall.module.css';
import { type WallLine, wallLines } from './wall-lines.ts';

interface WallRankingProps {
  readonly view: MapView;
  readonly partyOf: PartyOf;
}

/** More names than three cannot be read from the back of the room. */
const shown = 3;
const told = 4;
/** Longer names stand in smaller type, so that each fits a line. */
const long = 22;

interface WallRowProps {
  readonly line: WallLine;
  readonly party: Party;
  /** The right end of the bars. */
  readonly scale: number;
  /** The seats that are filled here. */
  readonly all: number;
}

/** The figure that decides stands large, with its bar: seats where they are filled, otherwise the share of votes. */
const WallRow = ({ line: { leader, seats }, party, scale, all }: WallRowProps) => {
  const { t } = useTranslation('results');
  const format = useFormat();
  const row = useGlow<HTMLLIElement>(leader.votes);
  const share = format.share(leader.share);
  const bar = seats === null ? leader.share : seats / all;
  return (
    <li ref={row} className={classes['row']} data-seats={seats === null ? undefined : ''}>
      <span className={classes['name']} data-long={leader.name.length > long || undefined}>
        <PartyMark {...party} />
        <span>{leader.name}</span>
      </span>
      <span className={classes['share']}>
        <CountingNumber value={seats ?? leader.share} format={seats === null ? format.share : format.count} />
        {seats === null ? null : <small>{t('leaders.seatsWord', { count: seats })}</small>}
      </span>
      <span className={classes['bar']}>
        <ShareBar share={bar} color={party.color} scale={scale} half={scale >= 0.5 && bar > 0.2} />
      </span>
      <span className={classes['votes']}>
        <bdi>{[party.partyName, seats === null ? null : share].filter(Boolean).join(' · ')}</bdi>
        <bdi>
          {format.count(leader.votes)} {t('leaders.votesWord', { count: leader.votes })}
        </bdi>
      </span>
    </li>
  );
};

/** The smaller parties of a chamber in one line: who makes a majority matters as much as who leads. */
const WallOthers = ({
  lines,
  partyOf,
}: {
  readonly lines: readonly WallLine[];
  readonly partyOf: PartyOf;
}) => {
  const format = useFormat();
  if (lines.length === 0) return null;
  return (
    <ul className={classes['others']}>
      {lines.map(({ leader, seats }) => (
        <li key={leader.choice}>
          <PartyMark {...partyOf(leader.choice)} /> {partyOf(leader.choice).shortName}{' '}
          <strong>{format.count(seats ?? 0)}</strong>
        </li>
      ))}
    </ul>
  );
};

export const WallRanking = ({ view, partyOf }: WallRankingProps) => {
  if (view.completeness.stationsReported === 0) return null;
  const all = Math.max(1, view.scope.seats);
  const known = wallLines(view);
  const lines = known.slice(0, shown);
  const others = known.slice(shown, shown + told).filter(({ seats }) => seats);
  const scale = barScale(lines.map(({ leader, seats }) => (seats === null ? leader.share : seats / all)));
  return (
    <>
      <ol className={classes['ranking']}>
        {lines.map((line) => (
          <WallRow
            key={line.leader.choice}
            line={line}
            party={partyOf(line.leader.choice)}
            scale={scale}
            all={all}
          />
        ))}
      </ol>
      <WallOthers lines={others} partyOf={partyOf} />
    </>
  );
};
