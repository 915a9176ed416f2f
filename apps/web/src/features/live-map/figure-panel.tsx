import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { HasShapes } from '../../data/results/place.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { AreaFigure } from '../../ui/area-figure/area-figure.tsx';
import type { AreaShape } from '../../ui/area-figure/area-layout.ts';
import type { AreaActions } from '../../ui/area-figure/area-link.tsx';
import { type FigureKind, useFigureLayout } from '../../ui/area-figure/use-figure-layout.ts';
import type { ZoomOrigin } from '../../ui/area-figure/use-zoom-from.ts';
import { Legend } from '../../ui/legend/legend.tsx';
import { useLevelWords } from '../../ui/level-words/use-level-words.ts';
import { describeArea } from '../../ui/result-words/describe-area.ts';
import { Skeleton } from '../../ui/skeleton/skeleton.tsx';
import { AreaReadout } from './area-readout.tsx';
import { areaSearch, type Board } from './board.ts';
import { FigureControls } from './figure-controls.tsx';
import classes from './live-map.module.css';
import { mapAddress } from './map-address.ts';

interface FigurePanelProps extends Board {
  readonly kind: Exclude<FigureKind, 'none'>;
  readonly hasShapes: HasShapes;
  /** Whether there is anything of the election before to compare with. */
  readonly comparable: boolean;
  readonly zoomOrigin: ZoomOrigin | null;
  readonly onZoom: (origin: ZoomOrigin) => void;
}

const useActions = ({ election, view, search, go, pointing, onZoom }: FigurePanelProps): AreaActions => {
  const level = view.childLevel ?? '';
  const parent = view.scope.path.filter(({ code }) => code !== view.scope.code).at(-1);
  const addressOf = useCallback(
    (code: string) => mapAddress(election.code, areaSearch(search, { code, level })),
    [election.code, search, level],
  );
  // The same functions from one update to the next: hundreds of areas hang on them and are drawn again with them.
  const open = useCallback(
    (shape: AreaShape) => {
      onZoom({ code: shape.code, box: shape.box });
      pointing.point(null);
      go(areaSearch(search, { code: shape.code, level }));
    },
    [onZoom, pointing, go, search, level],
  );
  const above = parent?.code;
  const aboveLevel = parent?.level ?? '';
  return useMemo(() => {
    const target =
      above === undefined || aboveLevel === 'national' ? null : { code: above, level: aboveLevel };
    const up = above === undefined ? null : () => go(areaSearch(search, target));
    return { addressOf, open, up, pointing };
  }, [addressOf, open, above, aboveLevel, go, search, pointing]);
};

/** The map, or the hexagons, with its legend and the area that is pointed at in words. */
export const FigurePanel = (props: FigurePanelProps) => {
  const { election, view, partyOf, zoomOrigin, kind } = props;
  const { t } = useTranslation(['live-map', 'results']);
  const { t: results } = useTranslation('results');
  const format = useFormat();
  const layout = useFigureLayout(view, election, kind);
  const actions = useActions(props);
  const describe = useMemo(() => describeArea(results, format, partyOf), [results, format, partyOf]);
  const area = view.scope.name;
  const level = useLevelWords().one(view.childLevel ?? '');
  const bySeat = kind === 'hex' && view.children.some(({ seats }) => seats);
  const title = t(bySeat ? 'figure.seats' : `figure.${kind}`, { area, level });
  return (
    <section className={classes['panel']} aria-label={title}>
      <FigureControls {...props} />
      {layout ? (
        <div className={classes['drawing']}>
          <AreaFigure
            layout={layout}
            areas={view.children}
            partyOf={partyOf}
            title={title}
            describe={describe}
            actions={actions}
            scope={view.scope.code}
            zoomOrigin={zoomOrigin}
          />
        </div>
      ) : (
        <Skeleton height="min(70dvh, 32rem)" />
      )}
      <AreaReadout {...props} />
      <Legend
        examples={view.leaders.slice(0, 2).map(({ choice }) => partyOf(choice))}
        partyOf={partyOf}
        bySeat={bySeat}
      />
    </section>
  );
};
