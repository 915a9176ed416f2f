import { useCallback, useEffect, useRef, useState } from 'react';
import type { CountNews, CountOrder } from './count-order.ts';

export interface Counting {
  /** The newest of the worker; null before anything was asked. */
  readonly news: CountNews | null;
  readonly busy: boolean;
  readonly ask: (order: CountOrder) => void;
  /** Ends the worker in the middle of its work. */
  readonly cancel: () => void;
  /** As before anything was asked. */
  readonly forget: () => void;
}

const isBusy = (news: CountNews | null): boolean => news?.kind === 'reading' || news?.kind === 'counting';

/** Asks the worker and tells its newest news to `onNews`; a new question ends the one before. */
export const useCounting = (onNews: (news: CountNews) => void): Counting => {
  const [news, setNews] = useState<CountNews | null>(null);
  const worker = useRef<Worker | null>(null);
  // Whether an answer is owed.
  const isWaiting = useRef(false);
  const listener = useRef(onNews);
  listener.current = onNews;
  const end = useCallback(() => {
    worker.current?.terminate();
    worker.current = null;
  }, []);
  const tell = useCallback((told: CountNews): void => {
    isWaiting.current = isBusy(told);
    setNews(told);
    listener.current(told);
  }, []);
  const start = useCallback((): Worker => {
    const made = new Worker(new URL('./count-worker.ts', import.meta.url), { type: 'module' });
    made.onmessage = ({ data }: MessageEvent<CountNews>) => tell(data);
    made.onerror = ({ message }: Partial<ErrorEvent>) => {
      end();
      // A script that could not be fetched says nothing of itself; the next question tries again.
      if (message !== undefined || isWaiting.current) tell({ kind: 'failed', message: message ?? '' });
    };
    worker.current = made;
    return made;
  }, [end, tell]);
  // Fetched with the page: later there may be no signal.
  useEffect(() => {
    start();
    return end;
  }, [start, end]);

  const ask = (order: CountOrder): void => {
    if (isBusy(news)) end();
    isWaiting.current = true;
    setNews({ kind: 'reading', part: 0 });
    (worker.current ?? start()).postMessage(order);
  };
  const cancel = (): void => {
    end();
    setNews({ kind: 'stopped' });
  };
  const forget = (): void => {
    end();
    setNews(null);
  };
  return { news, busy: isBusy(news), ask, cancel, forget };
};
