import type { ChildArea } from '@comitium/contract';
import { useId, useRef } from 'react';
import type { PartyOf } from '../party-color/use-party-colors.ts';
import classes from './area-figure.module.css';
import { areaFill, distinctFills, seatFills } from './area-fill.ts';
import type { AreaLayout, AreaShape } from './area-layout.ts';
import { type AreaActions, AreaLink } from './area-link.tsx';
import { AreaPaths } from './area-paths.tsx';
import { FigureNames } from './figure-names.tsx';
import { FigureOutline } from './figure-outline.tsx';
import { FillPattern } from './fill-pattern.tsx';
import { useAreaKeys } from './use-area-keys.ts';
import { useZoomFrom, type ZoomOrigin } from './use-zoom-from.ts';

interface AreaFigureProps {
  readonly layout: AreaLayout;
  readonly areas: readonly ChildArea[];
  readonly partyOf: PartyOf;
  /** What the figure shows, for those who do not see it. */
  readonly title: string;
  /** An area in words; without figures where nothing has been reported. */
  readonly describe: (name: string, area: ChildArea | undefined) => string;
  /** Absent where the figure is only looked at, as on the wall. */
  readonly actions?: AreaActions;
  readonly scope: string;
  readonly zoomOrigin?: ZoomOrigin | null;
}

/** The map or the cartogram: the layout says where areas lie, the figures of the areas say how they are filled. */
export const AreaFigure = (props: AreaFigureProps) => {
  const { layout, partyOf, actions } = props;
  const svg = useRef<SVGSVGElement>(null);
  const inside = useRef<SVGGElement>(null);
  const prefix = useId();
  const { reachable, onKey } = useAreaKeys(svg, layout.shapes, actions?.up ?? null);
  useZoomFrom(inside, layout, props.scope, props.zoomOrigin ?? null);

  const areas = new Map(props.areas.map((area) => [area.code, area]));
  const fills = distinctFills(props.areas);
  const paintOf = (key: string): string =>
    key === 'none' ? 'var(--no-report)' : `url(#${prefix}${fills.indexOf(key)})`;
  const fillOf = ({ seats }: AreaShape, area: ChildArea | undefined): string =>
    seats ? seatFills(area, seats.cells.length).map(paintOf).join(' ') : paintOf(areaFill(area));
  return (
    <svg
      ref={svg}
      className={classes['figure']}
      data-high={layout.height > 1.2 * layout.width || undefined}
      viewBox={`0 0 ${layout.width} ${layout.height}`}
      role={actions ? 'group' : 'img'}
      aria-label={props.title}
    >
      <defs>
        {fills.map((fill, index) => (
          <FillPattern key={fill} id={`${prefix}${index}`} fill={fill} partyOf={partyOf} />
        ))}
      </defs>
      <g ref={inside}>
        {layout.shapes.map((shape) => {
          const area = areas.get(shape.code);
          const fill = fillOf(shape, area);
          const held = (area?.held ?? 0) > 0;
          if (!actions) {
            return (
              <g key={shape.code} className={classes['area']} data-held={held || undefined}>
                <AreaPaths shape={shape} fill={fill} />
              </g>
            );
          }
          return (
            <AreaLink
              key={shape.code}
              shape={shape}
              fill={fill}
              label={props.describe(area?.name ?? shape.name, area)}
              held={held}
              reachable={shape.code === reachable}
              actions={actions}
              onKey={onKey}
            />
          );
        })}
        <path className={classes['inner']} d={layout.borders.inner} />
        <path
          className={classes['parent']}
          data-seats={layout.shapes[0]?.seats ? '' : undefined}
          d={layout.borders.parent}
        />
        <path className={classes['inset']} d={layout.borders.inset} />
        {actions ? <FigureOutline svg={svg} shapes={layout.shapes} pointing={actions.pointing} /> : null}
        <FigureNames layout={layout} />
      </g>
    </svg>
  );
};
