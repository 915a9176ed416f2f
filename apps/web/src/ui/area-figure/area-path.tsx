import { type KeyboardEvent, memo } from 'react';
import classes from './area-figure.module.css';
import type { AreaShape } from './area-layout.ts';

interface AreaPathProps {
  readonly shape: AreaShape;
  readonly fill: string;
  readonly label: string;
  readonly held: boolean;
  readonly selected: boolean;
  readonly reachable: boolean;
  readonly onPoint: (code: string | null) => void;
  readonly onOpen: ((shape: AreaShape) => void) | null;
  readonly onKey: (event: KeyboardEvent, shape: AreaShape) => void;
}

/** One area: a button that opens it, or a picture with a description where nothing lies below. */
export const AreaPath = memo(
  ({ shape, fill, label, held, selected, reachable, onPoint, onOpen, onKey }: AreaPathProps) => (
    <path
      className={classes['area']}
      d={shape.path}
      data-code={shape.code}
      data-held={held || undefined}
      data-selected={selected || undefined}
      data-open={onOpen ? '' : undefined}
      style={{ fill }}
      role={onOpen ? 'button' : 'img'}
      aria-label={label}
      tabIndex={reachable ? 0 : -1}
      onClick={() => onOpen?.(shape)}
      onPointerEnter={() => onPoint(shape.code)}
      onPointerLeave={() => onPoint(null)}
      onFocus={() => onPoint(shape.code)}
      onBlur={() => onPoint(null)}
      onKeyDown={(event) => onKey(event, shape)}
    />
  ),
);
