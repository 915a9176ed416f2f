import { randomBytes } from 'node:crypto';
import type { BenchServer } from '../running/bench-server.ts';

export interface BenchPerson {
  readonly email: string;
  readonly password: string;
}

/** Somebody who may sign in, and has no other right. */
export const createBenchPerson = async ({ admin }: BenchServer): Promise<BenchPerson> => {
  const person = {
    email: `${randomBytes(6).toString('hex')}@bench.example`,
    password: randomBytes(12).toString('base64url'),
  };
  await admin.send('POST', '/people', { ...person, name: 'Bench' });
  return person;
};
