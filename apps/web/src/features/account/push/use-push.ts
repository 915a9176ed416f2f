import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSend } from '../../../data/entry/use-send.ts';
import type { ProblemAnswer } from '../../../data/problem-error.ts';
import { fetchBody } from '../../../data/send-request.ts';
import { canPush, findSubscription, subscribeBrowser, unsubscribeBrowser } from './browser-push.ts';

export interface Push {
  /** `none`: this installation sends no push messages; `blocked`: the person has forbidden them in the browser. */
  readonly state: 'loading' | 'failed' | 'unsupported' | 'none' | 'blocked' | 'off' | 'on';
  readonly busy: boolean;
  readonly problem: ProblemAnswer | null;
  /** The browser itself could not subscribe. */
  readonly broken: boolean;
  readonly turn: (on: boolean) => Promise<void>;
  readonly retry: () => void;
}

const readState = async (personId: string) => {
  if (!canPush()) return { state: 'unsupported', publicKey: '' } as const;
  const { publicKey } = await fetchBody<{ publicKey: string | null }>('push/key');
  if (publicKey === null) return { state: 'none', publicKey: '' } as const;
  if (Notification.permission === 'denied') return { state: 'blocked', publicKey } as const;
  return { state: (await findSubscription(personId)) ? 'on' : 'off', publicKey } as const;
};

export const usePush = (personId: string): Push => {
  const known = useQuery({ queryKey: ['push', personId], queryFn: () => readState(personId) });
  const { busy, problem, send } = useSend();
  const [broken, setBroken] = useState(false);
  const turnOn = async (): Promise<void> => {
    try {
      const made = await subscribeBrowser(personId, known.data?.publicKey ?? '');
      if (made === 'refused') return;
      const { endpoint, keys } = made.toJSON();
      const taken = await send('push/subscribe', { method: 'POST', body: { endpoint, keys } });
      if (taken === null) await unsubscribeBrowser(made);
    } catch {
      // Browsers say many different things here; none of them helps the person.
      setBroken(true);
    }
  };
  const turnOff = async (): Promise<void> => {
    const subscription = await findSubscription(personId);
    if (subscription === null) return;
    const { endpoint } = subscription;
    if ((await send('push/unsubscribe', { method: 'POST', body: { endpoint } })) !== null)
      await unsubscribeBrowser(subscription);
  };
  const turn = async (on: boolean): Promise<void> => {
    setBroken(false);
    await (on ? turnOn() : turnOff());
    await known.refetch();
  };
  const state = known.data?.state ?? (known.error ? 'failed' : 'loading');
  return { state, busy, problem, broken, turn, retry: () => void known.refetch() };
};
