import type { TokenAnswer } from '@comitium/contract';
import { useState } from 'react';
import type { ProblemAnswer } from '../../data/problem-error.ts';
import { sendRequest } from '../../data/send-request.ts';
import { startSession } from '../../data/use-session.ts';

export interface SignIn {
  readonly busy: boolean;
  readonly problem: ProblemAnswer | null;
  readonly signIn: (email: string, password: string) => Promise<void>;
}

export const useSignIn = (): SignIn => {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemAnswer | null>(null);
  const signIn = async (email: string, password: string): Promise<void> => {
    setBusy(true);
    setProblem(null);
    const answer = await sendRequest<TokenAnswer>('auth/sign-in', {
      method: 'POST',
      body: { email, password },
    });
    if (answer.ok) await startSession(answer.value.body);
    else setProblem(answer.error);
    setBusy(false);
  };
  return { busy, problem, signIn };
};
