import type { TFunction } from 'i18next';
import type { MapView } from '../../data/results/map-view.ts';

export interface CallWords {
  readonly headline: string;
  /** Why it is decided. */
  readonly reason: string | null;
}

/** Nobody wins what no contest covers, but with every report in nobody merely leads there either. */
const isComplete = ({ stationsReported, stations }: MapView['completeness']): boolean =>
  stations > 0 && stationsReported === stations;

/** How far the area has come, in a sentence; null before the first report. */
export const callWords = (
  t: TFunction<'results'>,
  { scope, leaders, completeness }: Pick<MapView, 'scope' | 'leaders' | 'completeness'>,
): CallWords | null => {
  const name = leaders[0]?.name ?? '';
  switch (scope.call) {
    case 'none':
      return null;
    case 'leading':
      return { headline: t(isComplete(completeness) ? 'call.most' : 'call.leading', { name }), reason: null };
    case 'tied':
      return { headline: t('call.tied'), reason: null };
    case 'runoff':
      return { headline: t('call.runoff'), reason: null };
    case 'won':
      return {
        headline: t('call.won', { name }),
        reason: scope.calledBy ? t(`call.${scope.calledBy}`) : null,
      };
  }
};
