import { err, ok, type Result } from '@comitium/basics';
import { type Problem, problem } from '@comitium/contract';
import { isGuessable } from './guessable-passwords.ts';

const leastLength = 10;

/** Refuses what would be guessed first: short, common, of one or two characters, or the person's own address. */
export const checkNewPassword = (password: string, email: string): Result<void, Problem> => {
  const lower = password.toLowerCase();
  if ([...password].length < leastLength) return refuse(`Use at least ${leastLength} characters.`);
  if (isGuessable(password)) return refuse('This is one of the passwords that are guessed first.');
  if (new Set(lower).size <= 2) return refuse('Use more than two different characters.');
  const mailbox = email.toLowerCase().split('@')[0] ?? '';
  if (lower === email.toLowerCase() || (mailbox.length >= 4 && lower.replace(/\d+$/, '') === mailbox)) {
    return refuse('Do not use your e-mail address as the password.');
  }
  return ok(undefined);
};

const refuse = (message: string): Result<never, Problem> =>
  err(
    problem('validation_failed', message, {
      errors: [{ path: '/password', code: 'password_weak', message }],
    }),
  );
