import type { VerifyProgress, VerifyReport } from '@comitium/proof';
import { useCallback, useEffect, useRef, useState } from 'react';
import { keepVisitedLog, readVisitedLog } from '../../data/public-log/visited-log.ts';
import type { VerifyNews, VerifyOrder } from './verify-worker.ts';

export type Verification =
  | { readonly state: 'idle' }
  | { readonly state: 'running'; readonly progress: VerifyProgress | null }
  | { readonly state: 'done'; readonly report: VerifyReport }
  | { readonly state: 'failed'; readonly message: string };

export interface UseVerification {
  readonly verification: Verification;
  start(receipts: readonly string[]): void;
  /** Ends the worker in the middle of its work; nothing is kept of it. */
  cancel(): void;
}

/** What was found in order is what the next visit must have grown from. */
const keepReport = ({ findings, key, checkpoint }: VerifyReport): void => {
  if (findings.length > 0 || key === null || checkpoint === null) return;
  keepVisitedLog({ key, checkpoint, at: new Date().toISOString() });
};

export const useVerification = (): UseVerification => {
  const [verification, setVerification] = useState<Verification>({ state: 'idle' });
  const worker = useRef<Worker | null>(null);
  const end = useCallback(() => {
    worker.current?.terminate();
    worker.current = null;
  }, []);
  useEffect(() => end, [end]);

  const start = (receipts: readonly string[]): void => {
    end();
    const made = new Worker(new URL('./verify-worker.ts', import.meta.url), { type: 'module' });
    worker.current = made;
    setVerification({ state: 'running', progress: null });
    made.onmessage = ({ data }: MessageEvent<VerifyNews>) => {
      if (data.kind === 'progress') setVerification({ state: 'running', progress: data.progress });
      else {
        if (data.kind === 'done') keepReport(data.report);
        const { kind: state, ...rest } = data;
        setVerification({ state, ...rest } as Verification);
        end();
      }
    };
    made.onerror = ({ message }) => {
      setVerification({ state: 'failed', message });
      end();
    };
    const visited = readVisitedLog();
    const order: VerifyOrder = {
      origin: window.location.origin,
      key: visited?.key ?? null,
      since: visited?.checkpoint ?? null,
      receipts,
    };
    made.postMessage(order);
  };
  const cancel = (): void => {
    end();
    setVerification({ state: 'idle' });
  };
  return { verification, start, cancel };
};
