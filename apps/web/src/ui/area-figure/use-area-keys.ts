import { type KeyboardEvent, type RefObject, useCallback, useState } from 'react';
import type { AreaShape } from './area-layout.ts';
import { isDirection, nextArea } from './next-area.ts';

interface AreaKeys {
  /** The one area that Tab reaches; the arrow keys lead on from there. */
  readonly reachable: string | undefined;
  readonly onKey: (event: KeyboardEvent, shape: AreaShape) => void;
}

/** Arrow keys go to the neighbour, Escape leads back up; Enter opens, because an area is a link. */
export const useAreaKeys = (
  svg: RefObject<SVGSVGElement | null>,
  shapes: readonly AreaShape[],
  up: (() => void) | null,
): AreaKeys => {
  const [last, setLast] = useState<string | null>(null);
  const onKey = useCallback(
    (event: KeyboardEvent, shape: AreaShape) => {
      if (event.key === 'Escape') up?.();
      if (!isDirection(event.key)) return;
      event.preventDefault();
      const next = nextArea(shapes, shape, event.key);
      if (!next) return;
      setLast(next.code);
      svg.current?.querySelector<SVGAElement>(`[data-code="${CSS.escape(next.code)}"]`)?.focus();
    },
    [shapes, svg, up],
  );
  const known = shapes.some((shape) => shape.code === last);
  return { reachable: known && last ? last : shapes[0]?.code, onKey };
};
