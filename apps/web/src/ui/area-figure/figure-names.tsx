import classes from './area-figure.module.css';
import type { AreaLayout } from './area-layout.ts';

/** Type of this size can be read on a phone too. */
const large = 30;
const lineHeight = '1.1em';
/** Half of the other lines stand above the middle. */
const firstLine = (lines: readonly string[]): string => `${(1 - lines.length) * 0.55}em`;

const Lines = ({ x, lines }: { readonly x: number; readonly lines: readonly string[] }) =>
  lines.map((line, index) => (
    <tspan key={line} x={x} dy={index === 0 ? firstLine(lines) : lineHeight}>
      {line}
    </tspan>
  ));

interface GroupNamesProps {
  readonly groups: AreaLayout['groups'];
  readonly className: string | undefined;
}

const GroupNames = ({ groups, className }: GroupNamesProps) =>
  groups.map(({ name, lines, type, x, y }) => (
    <text key={name} x={x} y={y} className={className} fontSize={type}>
      <Lines x={x} lines={lines} />
    </text>
  ));

/** Names where they fit; hidden from screen readers, because every area says its own name already. */
export const FigureNames = ({ layout }: { readonly layout: AreaLayout }) => (
  <svg aria-hidden="true" className={classes['names']}>
    {layout.shapes.map((shape) =>
      shape.label.length > 0 ? (
        <text
          key={shape.code}
          className={classes['cell']}
          x={shape.center[0]}
          y={shape.center[1]}
          data-large={(layout.type ?? 0) >= large || undefined}
          style={layout.type === undefined ? undefined : { fontSize: `${layout.type}px` }}
        >
          <Lines x={shape.center[0]} lines={shape.label} />
        </text>
      ) : null,
    )}
    <GroupNames groups={layout.groups} className={classes['group']} />
    <GroupNames groups={layout.narrowGroups} className={classes['narrowGroup']} />
  </svg>
);
