import type { Election } from '@comitium/contract';
import { useTranslation } from 'react-i18next';
import type { MapView } from '../../data/results/map-view.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { AreaFigure } from '../../ui/area-figure/area-figure.tsx';
import { figureKind, useFigureLayout } from '../../ui/area-figure/use-figure-layout.ts';
import { useLevelWords } from '../../ui/level-words/use-level-words.ts';
import type { PartyOf } from '../../ui/party-color/use-party-colors.ts';
import { describeArea } from '../../ui/result-words/describe-area.ts';
import classes from './presenter.module.css';

interface PresenterFigureProps {
  readonly election: Election;
  readonly view: MapView;
  readonly partyOf: PartyOf;
}

/** The map beside the figures, where the screen is tall enough for it. */
export const PresenterFigure = ({ election, view, partyOf }: PresenterFigureProps) => {
  const { t } = useTranslation('live-map');
  const { t: results } = useTranslation('results');
  const format = useFormat();
  const levels = useLevelWords();
  const kind = figureKind(view, election, undefined);
  const layout = useFigureLayout(view, election, kind);
  if (!layout || kind === 'none') return null;
  return (
    <div className={classes['figure']}>
      <AreaFigure
        layout={layout}
        areas={view.children}
        partyOf={partyOf}
        title={t(`figure.${kind}`, { area: view.scope.name, level: levels.one(view.childLevel ?? '') })}
        describe={describeArea(results, format, partyOf)}
        scope={view.scope.code}
      />
    </div>
  );
};
