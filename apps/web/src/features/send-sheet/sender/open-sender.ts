import { mayHaveSession, onTokenChange } from '../../../data/session-token.ts';
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
  // Whoever signs out on a page without a sending part sends nothing from then on either.
  onTokenChange(() => {
    if (!mayHaveSession()) queue.setPerson(null);
  });
  return { storage, lasting, queue };
};

let opened: Promise<OpenSender> | null = null;
let present: OpenSender | null = null;
const listeners = new Set<() => void>();

const openAndTell = async (): Promise<OpenSender> => {
  present = await open();
  for (const listener of listeners) listener();
  return present;
};

/** One queue a page, opened by the first sending page, or by any page of a device that holds unsent sheets. */
export const openSender = (): Promise<OpenSender> => {
  opened ??= openAndTell();
  return opened;
};

/** The queue of this page; null while nothing has opened it. */
export const presentSender = (): OpenSender | null => present;

export const onSenderOpened = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
