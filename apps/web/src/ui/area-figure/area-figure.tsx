import type { ChildArea } from '@comitium/contract';
import { useId, useRef } from 'react';
import type { PartyOf } from '../party-color/use-party-colors.ts';
import classes from './area-figure.module.css';
import { areaFill, distinctFills } from './area-fill.ts';
import type { AreaLayout, AreaShape } from './area-layout.ts';
import { AreaPath } from './area-path.tsx';
import { FigureNames } from './figure-names.tsx';
import { FillPattern } from './fill-pattern.tsx';
import { useAreaKeys } from './use-area-keys.ts';
import { useZoomFrom, type ZoomOrigin } from './use-zoom-from.ts';

interface AreaFigureProps {
  readonly layout: AreaLayout;
  readonly children: readonly ChildArea[];
  readonly partyOf: PartyOf;
  /** What the figure shows, for those who do not see it. */
  readonly title: string;
  readonly describe: (area: ChildArea) => string;
  readonly noReport: string;
  /** The area that the table or the pointer is on; it is outlined and the rest recedes. */
  readonly selected: string | null;
  readonly onPoint: (code: string | null) => void;
  readonly onOpen: ((shape: AreaShape) => void) | null;
  readonly onUp: (() => void) | null;
  readonly scope: string;
  readonly zoomOrigin: ZoomOrigin | null;
}

/** The map or the cartogram: the layout says where areas lie, the figures of the areas say how they are filled. */
export const AreaFigure = (props: AreaFigureProps) => {
  const { layout, partyOf, selected, onPoint, onOpen } = props;
  const svg = useRef<SVGSVGElement>(null);
  const inside = useRef<SVGGElement>(null);
  const prefix = useId();
  const { reachable, onKey } = useAreaKeys(svg, layout.shapes, { open: onOpen, up: props.onUp });
  useZoomFrom(inside, layout, props.scope, props.zoomOrigin);

  const areas = new Map(props.children.map((area) => [area.code, area]));
  const fills = distinctFills(props.children);
  const fillOf = (area: ChildArea | undefined): string => {
    const key = areaFill(area);
    return key === 'none' ? 'var(--no-report)' : `url(#${prefix}${fills.indexOf(key)})`;
  };
  const outlined = layout.shapes.find((shape) => shape.code === selected);
  return (
    <svg
      ref={svg}
      className={classes['figure']}
      viewBox={`0 0 ${layout.width} ${layout.height}`}
      role="group"
      aria-label={props.title}
      data-selecting={outlined ? '' : undefined}
    >
      <defs>
        {fills.map((fill, index) => (
          <FillPattern key={fill} id={`${prefix}${index}`} fill={fill} partyOf={partyOf} />
        ))}
      </defs>
      <g ref={inside}>
        {layout.shapes.map((shape) => {
          const area = areas.get(shape.code);
          return (
            <AreaPath
              key={shape.code}
              shape={shape}
              fill={fillOf(area)}
              label={area ? props.describe(area) : `${shape.name}: ${props.noReport}`}
              held={(area?.held ?? 0) > 0}
              selected={shape.code === selected}
              reachable={shape.code === reachable}
              onPoint={onPoint}
              onOpen={onOpen}
              onKey={onKey}
            />
          );
        })}
        <path className={classes['inner']} d={layout.borders.inner} />
        <path className={classes['parent']} d={layout.borders.parent} />
        {outlined ? <path className={classes['outline']} d={outlined.path} /> : null}
        <FigureNames layout={layout} />
      </g>
    </svg>
  );
};
