// One PostgreSQL for the whole test run, and in it one migrated template that every test file clones.
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { unwrap } from '@comitium/basics';
import type { TestProject } from 'vitest/node';
import type { RoleCredentials } from '../application-role.ts';
import { startEmbeddedPostgres } from '../embedded/start-embedded-postgres.ts';
import { createTemplate, dropTemplate, randomName, withAdmin } from './template-database.ts';
import { createTemporaryFolder, removeLeftovers } from './temporary-folders.ts';
import { testLog } from './test-log.ts';

declare module 'vitest' {
  interface ProvidedContext {
    adminConnectionString: string;
    templateDatabase: string;
    /** Whom the tests connect as, unless they say that they are the owner. */
    applicationRole: RoleCredentials;
  }
}

const startServer = async (): Promise<{
  connectionString: string;
  stop: (role: string) => Promise<void>;
}> => {
  const given = process.env['DATABASE_URL'];
  if (given !== undefined && given !== '')
    return { connectionString: given, stop: (role) => withAdmin(given, `drop role ${role}`) };
  await removeLeftovers();
  const dataDir = createTemporaryFolder();
  const settings = { fsync: 'off', full_page_writes: 'off', max_connections: '200', shared_buffers: '128MB' };
  const server = unwrap(await startEmbeddedPostgres({ dataDir, log: testLog, settings }));
  const stop = async (): Promise<void> => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { connectionString: server.connectionString, stop };
};

export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const server = await startServer();
  const application = { role: randomName(), password: randomBytes(12).toString('hex') };
  const template = await createTemplate(server.connectionString, application);
  project.provide('applicationRole', application);
  project.provide('adminConnectionString', server.connectionString);
  project.provide('templateDatabase', template);
  return async () => {
    await dropTemplate(server.connectionString, template);
    await server.stop(application.role);
  };
};
