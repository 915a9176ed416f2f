import { useState } from 'react';
import type { ProblemAnswer } from '../../data/problem-error.ts';
import { sendRequest } from '../../data/send-request.ts';

export interface PasswordChange {
  readonly state: 'idle' | 'busy' | 'done';
  readonly problem: ProblemAnswer | null;
  readonly send: (passwords: { currentPassword: string; newPassword: string }) => Promise<void>;
}

/** Changes the password of the session's person; the session goes on, his others end. */
export const usePasswordChange = (): PasswordChange => {
  const [state, setState] = useState<PasswordChange['state']>('idle');
  const [problem, setProblem] = useState<ProblemAnswer | null>(null);
  const send: PasswordChange['send'] = async (body) => {
    setState('busy');
    setProblem(null);
    const answer = await sendRequest<undefined>('auth/password', { method: 'POST', body });
    setState(answer.ok ? 'done' : 'idle');
    if (!answer.ok) setProblem(answer.error);
  };
  return { state, problem, send };
};
