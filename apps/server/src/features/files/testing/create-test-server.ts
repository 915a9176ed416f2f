import { ok, type UserId, uuidv7 } from '@comitium/basics';
import type { Role } from '@comitium/contract';
import { sql } from 'kysely';
import { anonymous, type Caller } from '../../../platform/access/allows.ts';
import type { Database } from '../../../platform/database/database.ts';
import { createServer } from '../../../platform/http/create-server.ts';
import { registerRoutes } from '../../../platform/http/register-routes.ts';
import type { Platform } from '../../../platform/platform.ts';
import { createTestPlatform } from '../../../platform/testing/create-test-platform.ts';
import { createFiles } from '../create-files.ts';
import type { MayReadFile } from '../files-routes.ts';

/** What the door of the test goes by, in place of a token. */
export type Badge = { readonly 'x-test-person': string };

/** The files room of one process behind a real server, whose door asks no accounts. */
export const createTestServer = async (
  db: Database,
  { environment, mayReadFile }: { environment: Readonly<Record<string, string>>; mayReadFile: MayReadFile },
) => {
  const people = new Map<string, Caller>();
  const platform: Platform = {
    ...createTestPlatform(db, { environment }),
    access: {
      callerOf: async ({ headers }) => ok(people.get(String(headers['x-test-person'])) ?? anonymous),
      findElection: async () => null,
    },
  };
  const files = createFiles(platform, { mayReadFile });
  const server = await createServer(platform);
  registerRoutes(server, platform, files.routes ?? []);
  await files.start?.();

  const addPerson = async (name: string, role: Role): Promise<Badge> => {
    const id = uuidv7(Date.now()) as UserId;
    await sql`insert into person (id, name) values (${id}, ${name})`.execute(db.kysely);
    const grants = [{ role, electionId: null, areaId: null, endsAt: null }];
    people.set(id, { kind: 'person', id, name, grants, expiresAt: new Date(8.64e15), sessionId: null });
    return { 'x-test-person': id };
  };
  return { server, addPerson };
};
