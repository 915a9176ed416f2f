// One PostgreSQL for the whole test run, and in it one migrated template that every test file clones.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unwrap } from '@comitium/basics';
import type { TestProject } from 'vitest/node';
import { isAlive, readPostmaster, stopPostmaster } from '../embedded/postmaster-file.ts';
import { startEmbeddedPostgres } from '../embedded/start-embedded-postgres.ts';
import { createTemplate, dropTemplate } from './template-database.ts';
import { testLog } from './test-log.ts';

declare module 'vitest' {
  interface ProvidedContext {
    adminConnectionString: string;
    templateDatabase: string;
  }
}

const prefix = 'comitium-test-';

/** Runs that were killed leave their server running. */
const removeLeftovers = async (): Promise<void> => {
  for (const name of readdirSync(tmpdir())) {
    const owner = name.startsWith(prefix) ? Number(name.slice(prefix.length).split('-')[0]) : Number.NaN;
    if (Number.isNaN(owner) || isAlive(owner)) continue;
    const folder = join(tmpdir(), name);
    const left = readPostmaster(join(folder, 'cluster'));
    if (left !== undefined) await stopPostmaster(left.pid);
    rmSync(folder, { recursive: true, force: true });
  }
};

const startServer = async (): Promise<{ connectionString: string; stop: () => Promise<void> }> => {
  const given = process.env['DATABASE_URL'];
  if (given !== undefined && given !== '') return { connectionString: given, stop: async () => undefined };
  await removeLeftovers();
  const dataDir = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`));
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
  const template = await createTemplate(server.connectionString);
  project.provide('adminConnectionString', server.connectionString);
  project.provide('templateDatabase', template);
  return async () => {
    await dropTemplate(server.connectionString, template);
    await server.stop();
  };
};
