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
  const listener = useRef(onNews);
  listener.current = onNews;
  const end = useCallback(() => {
    worker.current?.terminate();
    worker.current = null;
  }, []);
  useEffect(() => end, [end]);

  const tell = (told: CountNews): void => {
    setNews(told);
    listener.current(told);
  };
  const start = (): Worker => {
    const made = new Worker(new URL('./count-worker.ts', import.meta.url), { type: 'module' });
    made.onmessage = ({ data }: MessageEvent<CountNews>) => tell(data);
    made.onerror = ({ message }) => {
      tell({ kind: 'failed', message });
      end();
    };
    worker.current = made;
    return made;
  };
  const ask = (order: CountOrder): void => {
    if (isBusy(news)) end();
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
