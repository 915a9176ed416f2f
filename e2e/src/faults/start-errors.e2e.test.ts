import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openInstallation, testSettings } from '../program/installation.ts';
import { findPostmaster, getPostmaster } from '../program/postmaster.ts';
import { serverProgram } from '../program/repository.ts';
import { runProgram, spawnProgram } from '../program/spawned-program.ts';

const installation = await openInstallation();
afterAll(() => installation.close());
const settings = testSettings(installation.dataDir);

/** What a start that cannot succeed says on standard error. */
const refusal = async (more: Readonly<Record<string, string>>, role = 'serve'): Promise<string[]> => {
  const { code, stderr } = await runProgram([serverProgram, role], { ...settings, ...more });
  expect(code).toBe(1);
  return stderr.trimEnd().split('\n');
};

const listen = (): Promise<Server> =>
  new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => resolve(server));
  });

const portOf = (server: Server): number => (server.address() as { port: number }).port;

test('a port in use is told in one sentence, and no database is left behind', async () => {
  const taken = await listen();
  const port = portOf(taken);
  const sentence = `Port ${port} is in use: stop what listens there, or set PORT to another.`;
  const both = await Promise.all(['serve', 'start'].map((role) => refusal({ PORT: String(port) }, role)));
  expect(both).toEqual([[sentence], [sentence]]);
  expect(findPostmaster(installation.dataDir)).toBeUndefined();
  taken.close();
});

test('a folder that cannot be written is told in one sentence', async () => {
  const file = join(installation.dataDir, 'a-file');
  writeFileSync(file, '');
  const folder = join(file, 'data');
  const [inFile, nowhere] = await Promise.all(
    [folder, '/proc/nowhere/data'].map((place) => refusal({ COMITIUM_DATA_DIR: place })),
  );
  expect(inFile).toEqual([
    `The data folder ${folder} cannot be written (ENOTDIR): choose another with COMITIUM_DATA_DIR.`,
  ]);
  expect(nowhere).toEqual([
    expect.stringMatching(/^The data folder \/proc\/nowhere\/data cannot be written \(ENOENT\): .*[.]$/),
  ]);
});

test.skipIf(process.getuid?.() === 0)('a folder that is there and may not be written, too', async () => {
  const folder = join(installation.dataDir, 'read-only');
  mkdirSync(folder, { mode: 0o555 });
  expect(await refusal({ COMITIUM_DATA_DIR: folder })).toEqual([
    `The data folder ${folder} cannot be written (EACCES): choose another with COMITIUM_DATA_DIR.`,
  ]);
});

test('a DATABASE_URL that leads nowhere is told in one sentence', async () => {
  const closed = await listen();
  const port = portOf(closed);
  await new Promise((resolve) => closed.close(resolve));
  const urls = [`postgresql://somebody@127.0.0.1:${port}/comitium`, 'mysql://localhost/comitium', 'nonsense'];
  for (const lines of await Promise.all(urls.map((url) => refusal({ DATABASE_URL: url })))) {
    expect(lines).toEqual([expect.stringContaining('DATABASE_URL')]);
  }
});

test('bad settings are told all at once, a sentence each', async () => {
  const [lines, unknown] = await Promise.all([
    refusal({ PORT: 'five', COMITIUM_LOG_LEVEL: 'loud', COMITIUM_COLOUR: 'blue' }),
    refusal({}, 'dance'),
  ]);
  expect(lines.toSorted()).toEqual([
    expect.stringMatching(/^COMITIUM_COLOUR .*[.]$/),
    expect.stringMatching(/^COMITIUM_LOG_LEVEL .*[.]$/),
    expect.stringMatching(/^PORT .*[.]$/),
  ]);
  expect(unknown).toEqual([expect.stringMatching(/^There is no role dance/)]);
});

test('who comes to a folder or database of others is told so, and they go on', async () => {
  const first = await installation.start();
  const { socketFolder } = getPostmaster(installation.dataDir);
  const host = encodeURIComponent(socketFolder);
  const [second, ...wrong] = await Promise.all([
    refusal({}),
    refusal({ DATABASE_URL: `postgresql://comitium:hushhush@/nothing?host=${host}` }),
    refusal({ DATABASE_URL: `postgresql://nobody:hushhush@/comitium?host=${host}` }),
  ]);
  const inUse = `The data folder ${installation.dataDir} is in use by another Comitium`;
  expect(second).toEqual([expect.stringContaining(inUse)]);
  for (const lines of wrong) {
    expect(lines).toEqual([expect.stringMatching(/^The database in DATABASE_URL cannot be used/)]);
    expect(lines[0]).not.toContain('hushhush');
  }
  expect((await fetch(`${first.url}/readyz`)).status).toBe(200);
  expect(await first.program.kill('SIGTERM')).toEqual({ code: 0, signal: null });
});

test('Ctrl-C ends in order: exit 0, no PostgreSQL left, nothing to recover at the next start', async () => {
  const { program, port, url } = await installation.start();
  // As browsers do: a connection ahead of need, and one that is kept after its answer.
  const ahead = connect(port, '127.0.0.1').on('error', () => ahead.destroy());
  await once(ahead, 'connect');
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
  expect(await program.kill('SIGINT')).toEqual({ code: 0, signal: null });
  expect(program.stderr()).not.toMatch(/"level":[56]0/);
  expect(findPostmaster(installation.dataDir)).toBeUndefined();
  const next = await installation.start();
  expect(await next.program.kill('SIGINT')).toEqual({ code: 0, signal: null });
  const log = readFileSync(join(installation.dataDir, 'postgres.log'), 'utf8');
  expect(log).toContain('database system is ready to accept connections');
  expect(log).not.toContain('not properly shut down');
});

test('Ctrl-C in the middle of a start, or of loading the demonstration, ends in order too', async () => {
  const starting = spawnProgram([serverProgram, 'serve'], settings);
  await expect.poll(() => findPostmaster(installation.dataDir)).toBeDefined();
  expect(await starting.kill('SIGINT')).toEqual({ code: 0, signal: null });
  expect(findPostmaster(installation.dataDir)).toBeUndefined();

  const loading = spawnProgram([serverProgram, 'start', '--no-night'], settings);
  await loading.printed(/Loading the register/);
  expect(await loading.kill('SIGINT')).toEqual({ code: 0, signal: null });
  expect(loading.stderr()).not.toMatch(/"level":[56]0/);
  expect(findPostmaster(installation.dataDir)).toBeUndefined();
});
