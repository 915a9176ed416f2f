import { type RefObject, useEffect, useRef } from 'react';
import { prefersReducedMotion } from '../prefers-reduced-motion.ts';

const glowMs = 1400;
/** In a busy hour every row changes four times a second; the same row glows again only after this long. */
const restMs = 5000;
/** How many glow at a time on the whole page, so that the eye has one thing to follow. */
const most = 2;
let glowing = 0;

const glow = (element: HTMLElement): void => {
  glowing += 1;
  const animation = element.animate(
    [{ backgroundColor: 'var(--glow)' }, { backgroundColor: 'transparent' }],
    {
      duration: glowMs,
      easing: 'ease-out',
    },
  );
  const done = () => {
    glowing -= 1;
  };
  animation.onfinish = done;
  animation.oncancel = done;
};

/** The element glows once when `signature` changes after it was first shown; nothing moves. */
export const useGlow = <Element extends HTMLElement>(
  signature: string | number,
): RefObject<Element | null> => {
  const element = useRef<Element>(null);
  const seen = useRef(signature);
  const lastAt = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    if (seen.current === signature) return;
    seen.current = signature;
    const now = performance.now();
    const restful = glowing < most && now - lastAt.current > restMs;
    if (!restful || !element.current || prefersReducedMotion()) return;
    lastAt.current = now;
    glow(element.current);
  }, [signature]);
  return element;
};
