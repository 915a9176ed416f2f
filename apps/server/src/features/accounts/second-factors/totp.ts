// Codes of authenticator apps: RFC 6238 with SHA-1, 30 seconds and six digits, which is what every app takes.
import { generateSecret, generateURI, verifySync } from 'otplib';

const periodSeconds = 30;

/** 160 random bits in base32, as RFC 4226 recommends. */
export const newTotpSecret = (): string => generateSecret({ length: 20 });

/** `otpauth://…`, which apps read from a QR code. */
export const totpUri = (secret: string, { issuer, label }: { issuer: string; label: string }): string =>
  generateURI({ issuer, label, secret });

/**
 * The time step that the code belongs to, one step to either side of now; null for a wrong code, and for one of a
 * step that is not after `lastStep`: no code is taken twice (RFC 6238, section 5.2).
 */
export const stepOfCode = (
  secret: string,
  code: string,
  { now, lastStep }: { now: Date; lastStep: number },
): number | null => {
  const epoch = Math.floor(now.getTime() / 1000);
  const verdict = verifySync({ secret, token: code, epoch, epochTolerance: periodSeconds });
  if (!verdict.valid || !('timeStep' in verdict)) return null;
  return verdict.timeStep > lastStep ? verdict.timeStep : null;
};
