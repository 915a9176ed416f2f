import type { FactorChallenge, TokenAnswer } from '@comitium/contract';
import { useState } from 'react';
import type { ProblemAnswer } from '../problem-error.ts';
import { readChallenge } from '../security/read-challenge.ts';
import { sendRequest } from '../send-request.ts';
import { startSession } from '../use-session.ts';

export interface Entry {
  readonly busy: boolean;
  readonly problem: ProblemAnswer | null;
  /** The first factor was right; the second one is still to be given. */
  readonly asked: FactorChallenge | null;
  /** Sends what proves who somebody is; where it is enough, the session begins. */
  readonly enter: (path: string, body: object) => Promise<void>;
  /** Back to the first factor. */
  readonly leave: () => void;
}

/** Where every way of signing in ends: by password, by code, by the link of a new account. */
export const useEntry = (): Entry => {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemAnswer | null>(null);
  const [asked, setAsked] = useState<FactorChallenge | null>(null);
  const enter = async (path: string, body: object): Promise<void> => {
    setBusy(true);
    setProblem(null);
    const answer = await sendRequest<TokenAnswer>(path, { method: 'POST', body });
    if (answer.ok) await startSession(answer.value.body);
    else {
      const factor = readChallenge(answer.error);
      setAsked(factor);
      setProblem(factor === null ? answer.error : null);
    }
    setBusy(false);
  };
  const leave = (): void => {
    setAsked(null);
    setProblem(null);
  };
  return { busy, problem, asked, enter, leave };
};
