import type { SheetStorage } from '../storage/sheet-storage.ts';
import { createSender, type SheetTransport } from './create-sender.ts';
import { nextDueAt } from './due-sheets.ts';
import type { QueuedSheet } from './queued-sheet.ts';

export interface SendQueueState {
  readonly ready: boolean;
  readonly sending: boolean;
  readonly sheets: readonly QueuedSheet[];
  /** The photograph that is on its way: whose, and how much of it has left, 0 to 1 in hundredths. */
  readonly upload: { readonly key: string; readonly share: number } | null;
}

export interface SendQueueParts {
  readonly storage: SheetStorage;
  readonly transport: SheetTransport;
  readonly lock: (send: () => Promise<void>) => Promise<void>;
}

/** What the page sees of the queue, and the only ways to change it. */
export interface SendQueue {
  readonly subscribe: (listener: () => void) => () => void;
  readonly state: () => SendQueueState;
  readonly setPerson: (id: string | null) => void;
  /** Takes a sheet over from its draft: kept first, only then is the draft, or the sheet it replaces, removed. */
  readonly hand: (sheet: QueuedSheet, from: { draft: string; replaces: string | null }) => Promise<void>;
  readonly keep: (sheet: QueuedSheet) => Promise<void>;
  readonly discard: (key: string) => Promise<void>;
  readonly sendNow: () => Promise<void>;
  readonly reload: () => Promise<void>;
}

const longestTimerMs = 60_000;

export const createSendQueue = ({ storage, transport, lock }: SendQueueParts): SendQueue => {
  const listeners = new Set<() => void>();
  let state: SendQueueState = { ready: false, sending: false, sheets: [], upload: null };
  let personId: string | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const publish = (change: Partial<SendQueueState>): void => {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  };
  const reload = async (): Promise<void> => publish({ ready: true, sheets: await storage.queue.list() });
  const onUpload = (key: string, exact: number): void => {
    const share = Math.floor(exact * 100) / 100;
    if (state.upload?.key !== key || state.upload.share !== share) publish({ upload: { key, share } });
  };
  const sender = createSender({
    queue: storage.queue,
    transport,
    now: () => new Date(),
    random: Math.random,
    personId: () => personId,
    onChange: () => void reload(),
    onUpload,
  });

  const plan = (): void => {
    clearTimeout(timer);
    const due = nextDueAt(state.sheets);
    if (due === null || personId === null) return;
    const delay = Math.min(longestTimerMs, Math.max(0, due - Date.now()));
    timer = setTimeout(() => void send(sender.sendDue), delay);
  };
  const send = async (run: () => Promise<void>): Promise<void> => {
    publish({ sending: true });
    try {
      await lock(run);
    } finally {
      await reload();
      publish({ sending: false, upload: null });
      plan();
    }
  };
  const change = async (write: () => Promise<void>): Promise<void> => {
    await write();
    await reload();
    plan();
  };

  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    state: () => state,
    setPerson: (id) => {
      const arrived = id !== null && id !== personId;
      personId = id;
      if (arrived) void send(sender.sendNow);
    },
    hand: (sheet, { draft, replaces }) =>
      change(async () => {
        await storage.queue.put(sheet);
        if (replaces !== null && replaces !== sheet.key) await storage.queue.delete(replaces);
        await storage.drafts.delete(draft);
      }),
    keep: (sheet) => change(() => storage.queue.put(sheet)),
    discard: (key) => change(() => storage.queue.delete(key)),
    sendNow: () => send(sender.sendNow),
    reload,
  };
};
