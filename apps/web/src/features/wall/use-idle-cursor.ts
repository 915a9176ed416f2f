import { useEffect, useState } from 'react';

const idleMs = 3_000;

/** Whether nobody has moved the pointer for three seconds, so that it can be hidden. */
export const useIdleCursor = (): boolean => {
  const [idle, setIdle] = useState(false);
  useEffect(() => {
    let timer = 0;
    const wake = () => {
      setIdle(false);
      window.clearTimeout(timer);
      timer = window.setTimeout(() => setIdle(true), idleMs);
    };
    wake();
    window.addEventListener('pointermove', wake);
    return () => {
      window.clearTimeout(timer);
      window.removeEventListener('pointermove', wake);
    };
  }, []);
  return idle;
};
