import type { Election } from '@comitium/contract';
import { useTranslation } from 'react-i18next';
import type { MapView } from '../../data/results/map-view.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { AreaFigure } from '../../ui/area-figure/area-figure.tsx';
import { figureKind, useFigureLayout } from '../../ui/area-figure/use-figure-layout.ts';
import { Legend } from '../../ui/legend/legend.tsx';
import { useLevelWords } from '../../ui/level-words/use-level-words.ts';
import type { PartyOf } from '../../ui/party-color/use-party-colors.ts';
import { describeArea } from '../../ui/result-words/describe-area.ts';
import { Hemicycle } from '../../ui/seats/hemicycle.tsx';
import classes from './wall.module.css';

interface WallFigureProps {
  readonly election: Election;
  readonly view: MapView;
  readonly partyOf: PartyOf;
  /** As a map, or as hexagons where the address says so. */
  readonly asked: string | undefined;
}

/** The map or the hexagons, only to be looked at; the chamber where there is nothing to draw. */
export const WallFigure = ({ election, view, partyOf, asked }: WallFigureProps) => {
  const { t } = useTranslation('wall');
  const { t: results } = useTranslation('results');
  const format = useFormat();
  const levels = useLevelWords();
  const kind = figureKind(view, election, asked);
  const layout = useFigureLayout(view, election, kind);
  const bySeat = kind === 'hex' && view.children.some(({ seats }) => seats);
  const hasTie = view.children.some(({ call }) => call === 'tied');
  const examples = view.leaders.slice(0, 2).map(({ choice }) => partyOf(choice));
  return (
    <section className={classes['figure']}>
      {layout ? (
        <AreaFigure
          layout={layout}
          areas={view.children}
          partyOf={partyOf}
          title={t('figure', { area: view.scope.name, level: levels.one(view.childLevel ?? '') })}
          describe={describeArea(results, format, partyOf)}
          scope={view.scope.code}
        />
      ) : null}
      {kind === 'none' && view.seats.length > 0 ? (
        <Hemicycle counts={view.seats} seats={view.race.seats} partyOf={partyOf} />
      ) : null}
      {layout ? <Legend examples={examples} partyOf={partyOf} short tied={hasTie} bySeat={bySeat} /> : null}
    </section>
  );
};
