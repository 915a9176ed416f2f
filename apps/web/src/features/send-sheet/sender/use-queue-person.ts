import { useEffect } from 'react';
import type { OpenSender } from './open-sender.ts';
import type { SenderPerson } from './use-sender-person.ts';

interface SignedIn {
  readonly signedIn: boolean;
  readonly person: SenderPerson | null;
}

/** Tells the queue whose session there is: without one it sends nothing, and with one only that person's sheets. */
export const useQueuePerson = (open: OpenSender | null, { signedIn, person }: SignedIn): void => {
  const sessionId = signedIn ? (person?.id ?? null) : null;
  useEffect(() => open?.queue.setPerson(sessionId), [open, sessionId]);
};
