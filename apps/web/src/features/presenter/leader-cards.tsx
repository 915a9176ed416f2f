import { useTranslation } from 'react-i18next';
import type { MapView } from '../../data/results/map-view.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { CountingNumber } from '../../ui/counting-number/counting-number.tsx';
import { useGlow } from '../../ui/glow/use-glow.ts';
import type { Party, PartyOf } from '../../ui/party-color/use-party-colors.ts';
import { barScale } from '../../ui/ranking/bar-scale.ts';
import { seatsOf } from '../../ui/ranking/seats-of.ts';
import { callWords } from '../../ui/result-words/call-words.ts';
import { ShareBar } from '../../ui/share-bar/share-bar.tsx';
import classes from './presenter.module.css';

type Leader = MapView['leaders'][number];

interface CardProps {
  readonly title: string;
  readonly leader: Leader;
  readonly party: Party;
  readonly scale: number;
  /** Won or led; undefined where none are filled. */
  readonly seats: number | undefined;
}

const Card = ({ title, leader, party, scale, seats }: CardProps) => {
  const { t } = useTranslation('results');
  const format = useFormat();
  const card = useGlow<HTMLElement>(leader.votes);
  return (
    <article ref={card} className={classes['card']} style={{ borderInlineStartColor: party.color }}>
      <p className={classes['eyebrow']}>{title}</p>
      <h2 className={classes['name']}>
        {leader.name} {party.partyName ? <small>{party.partyName}</small> : null}
      </h2>
      <p className={classes['share']}>
        <CountingNumber value={leader.share} format={format.share} />
      </p>
      <ShareBar share={leader.share} color={party.color} scale={scale} half={leader.share > 0.2} />
      <p className={classes['votes']}>
        <bdi>
          <CountingNumber value={leader.votes} format={format.count} />{' '}
          {t('leaders.votesWord', { count: leader.votes })}
        </bdi>
        {seats === undefined ? null : <strong>{t('leaders.seats', { count: seats })}</strong>}
        {leader.swing === undefined ? null : (
          <bdi>{t('points', { points: format.points(leader.swing) })}</bdi>
        )}
      </p>
    </article>
  );
};

export const LeaderCards = ({ view, partyOf }: { readonly view: MapView; readonly partyOf: PartyOf }) => {
  const { t } = useTranslation(['presenter', 'results']);
  const { t: results } = useTranslation('results');
  const format = useFormat();
  const [first, second] = view.leaders;
  if (!first || view.completeness.stationsReported === 0) return <p>{t('results:leaders.empty')}</p>;
  const words = callWords(results, view);
  // Nobody is in front of whom the other has as many votes.
  const isTied = second !== undefined && first.votes === second.votes;
  const scale = barScale(view.leaders.map(({ share }) => share));
  return (
    <>
      <p className={classes['call']}>{words?.headline}</p>
      {words?.reason ? <p className={classes['votes']}>{words.reason}</p> : null}
      <Card
        title={isTied ? results('call.tied') : t('leader')}
        leader={first}
        party={partyOf(first.choice)}
        {...{ scale, seats: seatsOf(view, first) }}
      />
      {second ? (
        <>
          {isTied ? null : (
            <p className={classes['margin']}>
              <bdi>{t('ahead', { margin: format.margin(first.margin), name: second.name })}</bdi>
            </p>
          )}
          <Card
            title={isTied ? results('call.tied') : t('runnerUp')}
            leader={second}
            party={partyOf(second.choice)}
            {...{ scale, seats: seatsOf(view, second) }}
          />
        </>
      ) : null}
    </>
  );
};
