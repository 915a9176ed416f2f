import { useState } from 'react';
import type { ProblemAnswer } from '../problem-error.ts';
import { type RequestOptions, sendRequest } from '../send-request.ts';

export interface Send {
  readonly busy: boolean;
  readonly problem: ProblemAnswer | null;
  /** Answers the body, or null when it was refused. */
  readonly send: <T>(path: string, options: RequestOptions) => Promise<T | null>;
  readonly forget: () => void;
}

/** One request at a time, with its refusal. */
export const useSend = (): Send => {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemAnswer | null>(null);
  const send = async <T>(path: string, options: RequestOptions): Promise<T | null> => {
    setBusy(true);
    setProblem(null);
    const answer = await sendRequest<T>(path, options);
    setBusy(false);
    if (answer.ok) return (answer.value.body ?? {}) as T;
    setProblem(answer.error);
    return null;
  };
  return { busy, problem, send, forget: () => setProblem(null) };
};
