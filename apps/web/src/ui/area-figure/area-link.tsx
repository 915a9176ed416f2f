import { type KeyboardEvent, memo } from 'react';
import type { Pointing } from '../pointing/create-pointing.ts';
import { useIsPointed } from '../pointing/use-pointing.ts';
import classes from './area-figure.module.css';
import type { AreaShape } from './area-layout.ts';
import { AreaPaths } from './area-paths.tsx';
import { isPlainClick } from './is-plain-click.ts';

export interface AreaActions {
  readonly addressOf: (code: string) => string;
  readonly open: (shape: AreaShape) => void;
  /** Back to the parent; null at the top. */
  readonly up: (() => void) | null;
  readonly pointing: Pointing;
}

interface AreaLinkProps {
  readonly shape: AreaShape;
  /** One paint, or one for each seat with blanks between. */
  readonly fill: string;
  readonly label: string;
  readonly held: boolean;
  readonly reachable: boolean;
  readonly actions: AreaActions;
  readonly onKey: (event: KeyboardEvent, shape: AreaShape) => void;
}

/** One area is a link to what lies inside it: it can be opened in a new tab, copied, and reached by keyboard. */
export const AreaLink = memo(({ shape, fill, label, held, reachable, actions, onKey }: AreaLinkProps) => {
  const selected = useIsPointed(actions.pointing, shape.code);
  const { point } = actions.pointing;
  return (
    <a
      href={actions.addressOf(shape.code)}
      className={classes['area']}
      data-code={shape.code}
      data-held={held || undefined}
      data-selected={selected || undefined}
      aria-label={label}
      tabIndex={reachable ? 0 : -1}
      onClick={(event) => {
        if (!isPlainClick(event)) return;
        event.preventDefault();
        actions.open(shape);
      }}
      onPointerEnter={() => point(shape.code)}
      onPointerLeave={() => point(null)}
      onFocus={() => point(shape.code)}
      onBlur={() => point(null)}
      onKeyDown={(event) => onKey(event, shape)}
    >
      <AreaPaths shape={shape} fill={fill} />
    </a>
  );
});
