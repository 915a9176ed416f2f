import type { TFunction } from 'i18next';
import type { MapView } from '../../data/results/map-view.ts';

/** How far the area has come, in a sentence; nothing before the first report. */
export const callWords = (t: TFunction<'results'>, { scope, leaders }: MapView): string | null => {
  const name = leaders[0]?.name ?? '';
  switch (scope.call) {
    case 'none':
      return null;
    case 'leading':
      return t('call.leading', { name });
    case 'tied':
      return t('call.tied');
    case 'runoff':
      return t('call.runoff');
    case 'won':
      return [t('call.won', { name }), scope.calledBy ? t(`call.${scope.calledBy}`) : '']
        .filter(Boolean)
        .join('. ');
  }
};
