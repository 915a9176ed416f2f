import { useEffect, useState } from 'react';

const secondsUntil = (untilMs: number): number => Math.max(0, Math.ceil((untilMs - Date.now()) / 1000));

/** Whole seconds until a moment, counted down; 0 once it is past, and where there is none. */
export const useRemaining = (until: string | number | null): number => {
  const untilMs = until === null ? 0 : new Date(until).getTime();
  const [seconds, setSeconds] = useState(() => secondsUntil(untilMs));
  useEffect(() => {
    setSeconds(secondsUntil(untilMs));
    const timer = setInterval(() => {
      const left = secondsUntil(untilMs);
      setSeconds(left);
      if (left === 0) clearInterval(timer);
    }, 1_000);
    return () => clearInterval(timer);
  }, [untilMs]);
  return seconds;
};
