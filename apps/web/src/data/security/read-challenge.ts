import type { FactorChallenge } from '@comitium/contract';
import type { ProblemAnswer } from '../problem-error.ts';

const kinds = ['totp', 'passkey', 'recovery_code'] as const;

/** What a sign-in waits for, where the first factor was right and a second one is needed. */
export const readChallenge = ({ code, body }: ProblemAnswer): FactorChallenge | null => {
  const { challenge, methods, expiresAt } = body;
  if (code !== 'second_factor_required' || typeof challenge !== 'string') return null;
  const known = kinds.filter((kind) => Array.isArray(methods) && methods.includes(kind));
  return { challenge, methods: known, expiresAt: String(expiresAt) };
};
