import { useLayoutEffect, useRef } from 'react';
import { prefersReducedMotion } from '../prefers-reduced-motion.ts';
import { countAt, countDurationMs } from './count-steps.ts';
import classes from './counting-number.module.css';

interface CountingNumberProps {
  readonly value: number;
  readonly format: (value: number) => string;
}

/**
 * A figure that counts to its new value. React owns the final text; the steps between are written straight into the
 * text node, so that a wall of figures does not render sixty times a second.
 */
export const CountingNumber = ({ value, format }: CountingNumberProps) => {
  const element = useRef<HTMLSpanElement>(null);
  const shown = useRef(value);

  useLayoutEffect(() => {
    const text = element.current?.firstChild;
    const from = shown.current;
    if (!text || from === value || prefersReducedMotion()) {
      shown.current = value;
      return;
    }
    const start = performance.now();
    let frame = 0;
    const step = (now: number) => {
      const progress = (now - start) / countDurationMs;
      shown.current = countAt(from, value, progress);
      text.nodeValue = format(shown.current);
      if (progress < 1) frame = requestAnimationFrame(step);
    };
    step(start);
    return () => cancelAnimationFrame(frame);
  }, [value, format]);

  return (
    <span ref={element} className={classes['number']}>
      {format(value)}
    </span>
  );
};
