// Codes and links that prove that somebody reads a phone or a mailbox. Limits are counted so that a stranger can
// neither guess, nor lock anybody out, nor send messages without end.
import { randomInt } from 'node:crypto';

export type ChallengePurpose = 'sign_in' | 'sign_up' | 'reset_password' | 'change_phone' | 'change_email';

/** Wrong secrets until the challenge is burnt. */
export const mostTries = 5;
/** To one number or address, by all strangers together; and by each device that its owner has used before. */
export const mostSendsPerHour = 5;
export const hourMs = 3_600_000;
export const codeLifeMs = 5 * 60_000;
export const linkLifeMs = {
  sign_up: 24 * hourMs,
  reset_password: hourMs,
  change_email: 24 * hourMs,
} as const;

/** Six digits of a cryptographic generator, each number as likely. */
export const drawCode = (): string => String(randomInt(1_000_000)).padStart(6, '0');

/** What a link carries: which challenge, and its secret. */
export const linkToken = (id: string, secret: string): string => `${id}.${secret}`;

export const readLinkToken = (token: string): { readonly id: string; readonly secret: string } => {
  const [id = '', secret = ''] = token.split('.');
  return { id, secret };
};
