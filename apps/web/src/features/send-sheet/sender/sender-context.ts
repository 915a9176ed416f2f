import type { Person } from '@comitium/contract';
import { createContext, useContext } from 'react';
import type { SendQueue, SendQueueState } from '../queue/create-send-queue.ts';
import type { SheetStorage } from '../storage/sheet-storage.ts';

/** What every part of the sending pages needs. */
export interface Sender {
  readonly storage: SheetStorage;
  /** False where the browser refuses to keep data: what is typed ends with the page. */
  readonly lasting: boolean;
  readonly queue: SendQueue;
  readonly queueState: SendQueueState;
  /** The person of the session, or without signal the one who last used this device. */
  readonly person: Pick<Person, 'id' | 'name'> & { readonly email: string };
  readonly signedIn: boolean;
  /** The server said so; without signal nobody knows, and nobody is asked to sign in. */
  readonly sessionEnded: boolean;
  readonly online: boolean;
}

export const SenderContext = createContext<Sender | null>(null);

export const useSender = (): Sender => {
  const sender = useContext(SenderContext);
  if (sender === null) throw new Error('useSender outside of SenderGate');
  return sender;
};
