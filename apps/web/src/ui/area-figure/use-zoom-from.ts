import { type RefObject, useLayoutEffect, useRef } from 'react';
import { prefersReducedMotion } from '../prefers-reduced-motion.ts';
import type { AreaLayout, AreaShape } from './area-layout.ts';

export interface ZoomOrigin {
  /** The area whose inside is shown next. */
  readonly code: string;
  readonly box: AreaShape['box'];
}

/** When the inside of an area that was just clicked appears, it grows out of the place where the area was. */
export const useZoomFrom = (
  element: RefObject<SVGGElement | null>,
  layout: AreaLayout,
  scope: string,
  origin: ZoomOrigin | null,
): void => {
  const shown = useRef(scope);
  useLayoutEffect(() => {
    if (shown.current === scope) return;
    shown.current = scope;
    if (origin?.code !== scope || prefersReducedMotion()) return;
    const [left, top, right, bottom] = origin.box;
    const scale = Math.min((right - left) / layout.width, (bottom - top) / layout.height);
    element.current?.animate(
      [
        { transform: `translate(${left}px, ${top}px) scale(${scale})`, opacity: 0.4 },
        { transform: 'none', opacity: 1 },
      ],
      { duration: 320, easing: 'cubic-bezier(0.2, 0.7, 0.2, 1)' },
    );
  }, [element, layout, scope, origin]);
};
