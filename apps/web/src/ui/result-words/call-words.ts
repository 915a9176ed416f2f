import type { TFunction } from 'i18next';
import type { MapView } from '../../data/results/map-view.ts';
import { majorityOf } from '../seats/seat-order.ts';

type Shown = Pick<MapView, 'scope' | 'leaders' | 'completeness' | 'race' | 'seats'>;

export interface CallWords {
  readonly headline: string;
  /** Why it is decided. */
  readonly reason: string | null;
}

/** Nobody wins what no contest covers, but with every report in nobody merely leads there either. */
const isComplete = ({ stationsReported, stations }: MapView['completeness']): boolean =>
  stations > 0 && stationsReported === stations;

/** In a chamber the seats decide, not the votes: who has most of them, and whether they are a majority. */
const chamberWords = (t: TFunction<'results'>, { scope, race, seats, leaders }: Shown): CallWords | null => {
  const [first, second] = seats;
  if (!first || race.seats < 2 || scope.seats !== race.seats) return null;
  const ahead = first.won + first.leading;
  if (ahead === 0 || (second && second.won + second.leading === ahead)) return null;
  const name = leaders.find(({ party }) => party === first.party)?.name ?? first.name;
  const decided = seats.reduce((sum, { won }) => sum + won, 0);
  const kind = first.won >= majorityOf(race.seats) ? 'majority' : decided === race.seats ? 'most' : 'ahead';
  return { headline: t(`chamber.${kind}`, { name, count: ahead, seats: race.seats }), reason: null };
};

/** How far the area has come, in a sentence; null before the first report. */
export const callWords = (t: TFunction<'results'>, view: Shown): CallWords | null => {
  const { scope, leaders, completeness } = view;
  const name = leaders[0]?.name ?? '';
  switch (scope.call) {
    case 'none':
      return null;
    case 'leading':
      return (
        chamberWords(t, view) ?? {
          headline: t(isComplete(completeness) ? 'call.most' : 'call.leading', { name }),
          reason: null,
        }
      );
    case 'tied':
      return { headline: t('call.tied'), reason: null };
    case 'runoff':
      return { headline: t('call.runoff'), reason: null };
    case 'won':
      return {
        // Whoever is called may have fewer votes so far than whoever is in front.
        headline: t('call.won', {
          name: leaders.find(({ choice }) => choice === scope.winner)?.name ?? name,
        }),
        reason: scope.calledBy ? t(`call.${scope.calledBy}`) : null,
      };
  }
};
