import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { newKey } from './new-key.ts';
import type { ProblemAnswer } from './problem-error.ts';
import { type RequestOptions, sendRequest } from './send-request.ts';

export interface Change {
  readonly busy: boolean;
  readonly problem: ProblemAnswer | null;
  /** What the last change did, in words; for sighted readers and screen readers alike. */
  readonly done: string | null;
  /** Sends one change; answers its body, or null when it was refused. */
  readonly send: <T>(path: string, options: RequestOptions & { readonly done: string }) => Promise<T | null>;
  readonly forget: () => void;
}

/** One change at a time, with its refusal; afterwards whatever is shown is read again. */
export const useChange = (): Change => {
  const client = useQueryClient();
  const [state, setState] = useState<Pick<Change, 'busy' | 'problem' | 'done'>>({
    busy: false,
    problem: null,
    done: null,
  });
  const send = async <T>(
    path: string,
    options: RequestOptions & { readonly done: string },
  ): Promise<T | null> => {
    const { done, ...request } = options;
    setState({ busy: true, problem: null, done: null });
    const keyed = request.method === 'POST' ? { idempotencyKey: newKey(), ...request } : request;
    const answer = await sendRequest<T>(path, keyed);
    setState({ busy: false, problem: answer.ok ? null : answer.error, done: answer.ok ? done : null });
    if (!answer.ok) return null;
    await client.invalidateQueries();
    return (answer.value.body ?? {}) as T;
  };
  return { ...state, send, forget: () => setState({ busy: false, problem: null, done: null }) };
};
