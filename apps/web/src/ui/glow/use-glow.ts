import { type RefObject, useEffect, useRef } from 'react';
import { prefersReducedMotion } from '../prefers-reduced-motion.ts';

/** The element glows once when `signature` changes after it was first shown; nothing moves. */
export const useGlow = <Element extends HTMLElement>(
  signature: string | number,
): RefObject<Element | null> => {
  const element = useRef<Element>(null);
  const seen = useRef(signature);
  useEffect(() => {
    if (seen.current === signature) return;
    seen.current = signature;
    if (prefersReducedMotion()) return;
    element.current?.animate([{ backgroundColor: 'var(--glow)' }, { backgroundColor: 'transparent' }], {
      duration: 1400,
      easing: 'ease-out',
    });
  }, [signature]);
  return element;
};
