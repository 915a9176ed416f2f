import classes from './area-figure.module.css';
import type { AreaLayout } from './area-layout.ts';

/** Names where they fit; hidden from screen readers, because every area says its own name already. */
export const FigureNames = ({ layout }: { readonly layout: AreaLayout }) => (
  <svg aria-hidden="true" className={classes['names']}>
    {layout.shapes.map((shape) =>
      shape.label ? (
        <text key={shape.code} x={shape.center[0]} y={shape.center[1]}>
          {shape.name}
        </text>
      ) : null,
    )}
    {layout.groups.map((group) => (
      <text key={group.name} x={group.x} y={group.y} className={classes['group']}>
        {group.name}
      </text>
    ))}
  </svg>
);
