// The whole program behind a real socket, with a register, an election, pages and people, for those who attack it.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase } from '../platform/database/testing/create-test-database.ts';
import { openTestApp, type TestApp } from './open-test-app.ts';
import { openTestElection } from './test-nation.ts';

export interface Target {
  readonly one: TestApp;
  readonly port: number;
  readonly base: string;
  close(): Promise<void>;
}

/** What lies beside the pages and must never be served. */
export const secretBesidePages = 'nobody may read this';

export const openTarget = async (environment: Readonly<Record<string, string>> = {}): Promise<Target> => {
  const folder = await mkdtemp(join(tmpdir(), 'comitium-target-'));
  const pages = join(folder, 'pages');
  await mkdir(join(pages, 'assets'), { recursive: true });
  await writeFile(join(folder, 'secret.txt'), secretBesidePages);
  await writeFile(join(pages, 'index.html'), '<!doctype html><title>index</title>');
  await writeFile(join(pages, 'assets/main-abc.js'), 'export const a = 1;');
  const settings = { COMITIUM_DATA_DIR: join(folder, 'data'), ...environment };
  const one = await openTestApp(await createTestDatabase(), settings, { pages });
  await openTestElection(one);
  const base = await one.app.server.listen({ port: 0, host: '127.0.0.1' });
  const { port } = one.app.server.server.address() as AddressInfo;
  return {
    one,
    port,
    base,
    close: async () => {
      await one.close();
      await rm(folder, { recursive: true });
    },
  };
};
