import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Role } from '@comitium/contract';
import { createDemoPeople, type DemoPerson, listKnownEmails } from '../features/accounts/index.ts';
import { inTransaction } from '../platform/database/index.ts';
import type { Platform } from '../platform/platform.ts';

export interface DemoLogin {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
}

/** The staff of the demonstration; e-mail addresses under .example belong to nobody (RFC 2606). */
export const demoLogins: readonly DemoLogin[] = [
  { email: 'admin@comitium.example', name: 'Platform administrator', role: 'platform_administrator' },
  { email: 'commission@comitium.example', name: 'Election administrator', role: 'election_administrator' },
  { email: 'desk@comitium.example', name: 'Data desk', role: 'data_admin' },
  { email: 'review@comitium.example', name: 'Reviewer', role: 'reviewer' },
  { email: 'presenter@comitium.example', name: 'Presenter', role: 'presenter' },
];

/** One password for all demonstration accounts: given, or made once and kept beside the data, readable by its owner. */
export const demoPassword = (dataDir: string, given: string): string => {
  if (given !== '') return given;
  const file = join(dataDir, 'demonstration-password');
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  const made = randomBytes(9).toString('base64url');
  writeFileSync(file, `${made}\n`, { mode: 0o600 });
  return made;
};

export const correspondentEmail = (district: string): string =>
  `correspondent.${district.toLowerCase()}@comitium.example`;

/** Makes those of the people who are not there yet. */
export const ensurePeople = async (
  { db, keys }: Pick<Platform, 'db' | 'keys'>,
  people: readonly DemoPerson[],
  password: string,
): Promise<void> => {
  const known = await listKnownEmails(
    { db, keys },
    people.map((person) => person.email),
  );
  const missing = people.filter((person) => !known.has(person.email));
  if (missing.length === 0) return;
  await inTransaction(db, (tx) => createDemoPeople(tx, missing, { keys, password, now: new Date() }));
};
