import type { CodeSent } from '@comitium/contract';
import { useState } from 'react';
import { presentLanguage } from '../../i18n/present-language.ts';
import type { ProblemAnswer } from '../problem-error.ts';
import { useSend } from './use-send.ts';

export interface PhoneCode {
  readonly busy: boolean;
  readonly problem: ProblemAnswer | null;
  /** The code that was sent last; null before, and after `leave`. */
  readonly sent: CodeSent | null;
  readonly ask: (phone: string) => Promise<boolean>;
  readonly leave: () => void;
}

/** Asks for a code to a phone, in the language of the page. */
export const usePhoneCode = (): PhoneCode => {
  const { busy, problem, send, forget } = useSend();
  const [sent, setSent] = useState<CodeSent | null>(null);
  const ask = async (phone: string): Promise<boolean> => {
    const body = { phone, language: presentLanguage() };
    const answer = await send<CodeSent>('auth/phone/code', { method: 'POST', body });
    if (answer !== null) setSent(answer);
    return answer !== null;
  };
  const leave = (): void => {
    setSent(null);
    forget();
  };
  return { busy, problem, sent, ask, leave };
};
