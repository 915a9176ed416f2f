import type { FactorChallenge, TokenAnswer } from '@comitium/contract';
import { useState } from 'react';
import type { ProblemAnswer } from '../../data/problem-error.ts';
import { readChallenge } from '../../data/security/read-challenge.ts';
import { sendRequest } from '../../data/send-request.ts';
import { startSession } from '../../data/use-session.ts';

export interface SignIn {
  readonly busy: boolean;
  readonly problem: ProblemAnswer | null;
  readonly signIn: (email: string, password: string) => Promise<void>;
  /** The second step, once the first was right and a second factor is needed. */
  readonly challenge: FactorChallenge | null;
  readonly startAgain: () => void;
}

export const useSignIn = (): SignIn => {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemAnswer | null>(null);
  const [challenge, setChallenge] = useState<FactorChallenge | null>(null);
  const signIn = async (email: string, password: string): Promise<void> => {
    setBusy(true);
    setProblem(null);
    const answer = await sendRequest<TokenAnswer>('auth/sign-in', {
      method: 'POST',
      body: { email, password },
    });
    if (answer.ok) await startSession(answer.value.body);
    else {
      const next = readChallenge(answer.error);
      setChallenge(next);
      setProblem(next === null ? answer.error : null);
    }
    setBusy(false);
  };
  return { busy, problem, signIn, challenge, startAgain: () => setChallenge(null) };
};
