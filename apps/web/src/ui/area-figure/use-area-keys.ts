import { type KeyboardEvent, type RefObject, useCallback, useState } from 'react';
import type { AreaShape } from './area-layout.ts';
import { isDirection, nextArea } from './next-area.ts';

interface AreaKeys {
  /** The one area that Tab reaches; the arrow keys lead on from there. */
  readonly reachable: string | undefined;
  readonly onKey: (event: KeyboardEvent, shape: AreaShape) => void;
}

/** Arrow keys go to the neighbour, Enter or Space opens, Escape leads back up. */
export const useAreaKeys = (
  svg: RefObject<SVGSVGElement | null>,
  shapes: readonly AreaShape[],
  actions: { readonly open: ((shape: AreaShape) => void) | null; readonly up: (() => void) | null },
): AreaKeys => {
  const [last, setLast] = useState<string | null>(null);
  const { open, up } = actions;
  const onKey = useCallback(
    (event: KeyboardEvent, shape: AreaShape) => {
      if (isDirection(event.key)) {
        event.preventDefault();
        const next = nextArea(shapes, shape, event.key);
        if (!next) return;
        setLast(next.code);
        svg.current?.querySelector<SVGPathElement>(`[data-code="${CSS.escape(next.code)}"]`)?.focus();
      } else if ((event.key === 'Enter' || event.key === ' ') && open) {
        event.preventDefault();
        open(shape);
      } else if (event.key === 'Escape' && up) up();
    },
    [shapes, svg, open, up],
  );
  const known = shapes.some((shape) => shape.code === last);
  return { reachable: known && last ? last : shapes[0]?.code, onKey };
};
