import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ProblemAnswer } from '../../data/problem-error.ts';
import { type RequestOptions, sendRequest } from '../../data/send-request.ts';

/** What is asked before a dangerous change: the second factor again, or the password where there is none. */
export interface Asked {
  readonly kind: 'factor' | 'password';
  /** With the password; undefined where the factor was shown, null where the person gave up. */
  readonly answer: (password: string | undefined | null) => void;
}

export interface Guarded {
  readonly busy: boolean;
  readonly problem: ProblemAnswer | null;
  readonly asked: Asked | null;
  /** Answers the body ({} where there is none), or null where it was refused or given up. */
  readonly send: <T>(path: string, options: GuardedOptions) => Promise<T | null>;
}

type GuardedOptions = Pick<RequestOptions, 'method'> & { readonly body?: object };

const kindOf = ({ code }: ProblemAnswer): Asked['kind'] | null => {
  if (code === 'step_up_required') return 'factor';
  return code === 'sign_in_again' ? 'password' : null;
};

/** Sends a change; where the server asks who is there, it asks the person and sends it again. */
export const useGuarded = (): Guarded => {
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemAnswer | null>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const attempt = async <T>(path: string, options: GuardedOptions): Promise<T | null> => {
    const sent = await sendRequest<T>(path, { method: 'POST', ...options });
    if (sent.ok) return (sent.value.body ?? {}) as T;
    const kind = kindOf(sent.error);
    if (kind === null) {
      setProblem(sent.error);
      return null;
    }
    const password = await new Promise<string | undefined | null>((answer) => setAsked({ kind, answer }));
    setAsked(null);
    if (password === null) return null;
    const body = { ...options.body, ...(password !== undefined && { password }) };
    return attempt(path, { ...options, body });
  };
  const send: Guarded['send'] = async (path, options) => {
    setBusy(true);
    setProblem(null);
    const done = await attempt<never>(path, options);
    await client.invalidateQueries({ queryKey: ['me'] });
    setBusy(false);
    return done;
  };
  return { busy, problem, asked, send };
};
