// Argon2id with OWASP's parameters. Hashes run on the thread pool that files use too, so only a few run at a time.
import { hash, verify } from '@node-rs/argon2';
import { createGate } from './gate.ts';

const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const gate = createGate(2);

/** The same characters must match however a keyboard composes them. */
const normalise = (password: string): string => password.normalize('NFKC');

export const hashPassword = (password: string): Promise<string> =>
  gate(() => hash(normalise(password), cost));

export const passwordMatches = (passwordHash: string, password: string): Promise<boolean> =>
  gate(() => verify(passwordHash, normalise(password)));
