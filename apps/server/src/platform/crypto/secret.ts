import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits as text for a cookie or a ticket. */
export const randomSecret = (): string => randomBytes(32).toString('base64url');

/** What is stored of a secret. It has too many random bits to be guessed, so that a fast hash is enough. */
export const hashOfSecret = (secret: string): Buffer => createHash('sha256').update(secret).digest();
