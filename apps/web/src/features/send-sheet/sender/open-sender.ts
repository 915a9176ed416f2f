import { createSendQueue, type SendQueue } from '../queue/create-send-queue.ts';
import { httpTransport } from '../queue/http-transport.ts';
import { withSenderLock } from '../queue/with-sender-lock.ts';
import { createMemoryStorage } from '../storage/create-memory-storage.ts';
import { openIndexedDbStorage } from '../storage/open-indexed-db-storage.ts';
import type { SheetStorage } from '../storage/sheet-storage.ts';
import { tryAgainWhenOnline } from './try-again-when-online.ts';

export interface OpenSender {
  readonly storage: SheetStorage;
  readonly lasting: boolean;
  readonly queue: SendQueue;
}

const keptForMs = 7 * 24 * 3600 * 1000;

const openStorage = async (): Promise<Pick<OpenSender, 'storage' | 'lasting'>> => {
  try {
    const storage = await openIndexedDbStorage();
    // Without this the browser may empty the store when the phone runs full.
    void navigator.storage?.persist?.();
    return { storage, lasting: true };
  } catch {
    // Private windows of some browsers keep nothing; the page says so.
    return { storage: createMemoryStorage(), lasting: false };
  }
};

/** Receipts of a week ago have served; what is unsent stays however old. */
const forgetOldReceipts = async ({ queue }: SheetStorage): Promise<void> => {
  for (const { key, state } of await queue.list()) {
    if (state.kind === 'sent' && Date.now() - Date.parse(state.at) > keptForMs) await queue.delete(key);
  }
};

const open = async (): Promise<OpenSender> => {
  const { storage, lasting } = await openStorage();
  await forgetOldReceipts(storage);
  const queue = createSendQueue({ storage, transport: httpTransport, lock: withSenderLock });
  await queue.reload();
  tryAgainWhenOnline();
  window.addEventListener('online', () => void queue.sendNow());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void queue.sendNow();
  });
  return { storage, lasting, queue };
};

let opened: Promise<OpenSender> | null = null;

/** One queue a page, opened when the first sending page asks for it. */
export const openSender = (): Promise<OpenSender> => {
  opened ??= open();
  return opened;
};
