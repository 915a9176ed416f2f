import classes from './area-figure.module.css';
import type { AreaLayout } from './area-layout.ts';

/** Type of this size can be read on a phone too. */
const large = 30;
const lineHeight = '1.1em';
/** Half of the other lines stand above the middle. */
const firstLine = (lines: readonly string[]): string => `${(1 - lines.length) * 0.55}em`;

/** Names where they fit; hidden from screen readers, because every area says its own name already. */
export const FigureNames = ({ layout }: { readonly layout: AreaLayout }) => (
  <svg aria-hidden="true" className={classes['names']}>
    {layout.shapes.map((shape) =>
      shape.label.length > 0 ? (
        <text
          key={shape.code}
          x={shape.center[0]}
          y={shape.center[1]}
          data-large={(layout.type ?? 0) >= large || undefined}
          style={layout.type === undefined ? undefined : { fontSize: `${layout.type}px` }}
        >
          {shape.label.map((line, index) => (
            <tspan key={line} x={shape.center[0]} dy={index === 0 ? firstLine(shape.label) : lineHeight}>
              {line}
            </tspan>
          ))}
        </text>
      ) : null,
    )}
    {layout.groups.map((group) => (
      <text
        key={group.name}
        x={group.x}
        y={group.y}
        className={classes['group']}
        fontSize={layout.headingType}
      >
        {group.name}
      </text>
    ))}
  </svg>
);
