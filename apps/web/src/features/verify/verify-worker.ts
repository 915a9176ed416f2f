// Verifies the log beside the page, so that hashing a hundred thousand leaves stops nobody from scrolling.
import { readVerifierKey, type VerifyProgress, type VerifyReport, verifyLog } from '@comitium/proof';
import { browserLogSource } from '../../data/public-log/browser-log-source.ts';

export interface VerifyOrder {
  readonly origin: string;
  /** What an earlier visit kept. */
  readonly key: string | null;
  readonly since: string | null;
  readonly receipts: readonly string[];
}

export type VerifyNews =
  | { readonly kind: 'progress'; readonly progress: VerifyProgress }
  | { readonly kind: 'done'; readonly report: VerifyReport }
  | { readonly kind: 'failed'; readonly message: string };

interface WorkerScope {
  postMessage(news: VerifyNews): void;
  onmessage: ((event: MessageEvent<VerifyOrder>) => void) | null;
}

const scope = globalThis as unknown as WorkerScope;

const verify = async ({ origin, key, since, receipts }: VerifyOrder): Promise<VerifyNews> => {
  const trusted = key === null ? null : readVerifierKey(key);
  const report = await verifyLog({
    source: browserLogSource(origin),
    ...(trusted?.ok === true ? { key: trusted.value } : {}),
    ...(since === null ? {} : { since }),
    receipts,
    onProgress: (progress) => scope.postMessage({ kind: 'progress', progress }),
  });
  return { kind: 'done', report };
};

scope.onmessage = ({ data }) => {
  verify(data).then(
    (news) => scope.postMessage(news),
    (error: unknown) => scope.postMessage({ kind: 'failed', message: String(error) }),
  );
};
