import { useTranslation } from 'react-i18next';
import type { MapView } from '../../data/results/map-view.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { CountingNumber } from '../../ui/counting-number/counting-number.tsx';
import { useGlow } from '../../ui/glow/use-glow.ts';
import type { PartyOf } from '../../ui/party-color/use-party-colors.ts';
import { PartyMark } from '../../ui/party-mark/party-mark.tsx';
import { barScale } from '../../ui/ranking/bar-scale.ts';
import { ShareBar } from '../../ui/share-bar/share-bar.tsx';
import classes from './wall.module.css';

interface WallRankingProps {
  readonly view: MapView;
  readonly partyOf: PartyOf;
}

/** More names than three cannot be read from the back of the room. */
const shown = 3;

type Row = MapView['leaders'][number];

const WallRow = ({
  leader,
  color,
  scale,
  seats,
}: {
  readonly leader: Row;
  readonly color: string;
  readonly scale: number;
  /** Won or led in the whole chamber. */
  readonly seats: number | undefined;
}) => {
  const { t } = useTranslation('results');
  const format = useFormat();
  const row = useGlow<HTMLLIElement>(leader.votes);
  return (
    <li ref={row} className={classes['row']}>
      <span className={classes['name']}>
        <PartyMark color={color} />
        <span>{leader.name}</span>
      </span>
      <span className={classes['share']}>
        {leader.seats === undefined ? (
          <CountingNumber value={leader.share} format={format.share} />
        ) : (
          <CountingNumber value={leader.seats} format={format.count} />
        )}
      </span>
      <span className={classes['bar']}>
        <ShareBar share={leader.share} color={color} scale={scale} half={leader.share > 0.2} />
      </span>
      <span className={classes['votes']}>
        <span>
          {leader.seats === undefined ? leader.party : format.share(leader.share)}
          {seats === undefined ? null : ` · ${t('leaders.seats', { count: seats })}`}
        </span>
        <span>
          {format.count(leader.votes)} {t('leaders.votesWord')}
        </span>
      </span>
    </li>
  );
};

export const WallRanking = ({ view, partyOf }: WallRankingProps) => {
  if (view.completeness.stationsReported === 0) return null;
  const leaders = view.leaders.slice(0, shown);
  const seatsOf = (party: string | undefined): number | undefined => {
    const count = view.seats.find((seat) => seat.party === party);
    return view.race.seats > 1 && count ? count.won + count.leading : undefined;
  };
  const scale = barScale(leaders.map((leader) => leader.share));
  return (
    <ol className={classes['ranking']}>
      {leaders.map((leader) => (
        <WallRow
          key={leader.choice}
          leader={leader}
          color={partyOf(leader.choice).color}
          scale={scale}
          seats={seatsOf(leader.party)}
        />
      ))}
    </ol>
  );
};
