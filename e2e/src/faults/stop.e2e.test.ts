// However it is asked to end, and whatever hangs meanwhile, the program ends in order and leaves no PostgreSQL behind.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Installation, openInstallation, testSettings } from '../program/installation.ts';
import { getPostmaster, isAlive } from '../program/postmaster.ts';
import { nodeBinary, repositoryRoot, serverProgram } from '../program/repository.ts';

let installation: Installation;
beforeAll(async () => {
  installation = await openInstallation();
});
afterAll(() => installation.close());

const inOrder = { code: 0, signal: null };

test('asked several times in one moment, as by npm and by the script that started it, it ends in order', async () => {
  const { program, url } = await installation.start();
  const { pid } = getPostmaster(installation.dataDir);
  const ended = program.kill('SIGTERM');
  // By then the first one was heard, whether this is answered still or not.
  await fetch(`${url}/healthz`).catch(() => null);
  void program.kill('SIGTERM');
  void program.kill('SIGINT');
  expect(await ended).toEqual(inOrder);
  expect(isAlive(pid)).toBe(false);
});

/** Of a process, where the kernel tells them. */
const childrenOf = (pid: number): number[] => {
  const list = `/proc/${pid}/task/${pid}/children`;
  return existsSync(list) ? readFileSync(list, 'utf8').split(' ').map(Number).filter(Boolean) : [];
};

test('a PostgreSQL that was halted is woken, and ends too', async () => {
  const { program } = await installation.start();
  const { pid } = getPostmaster(installation.dataDir);
  for (const one of [pid, ...childrenOf(pid)]) process.kill(one, 'SIGSTOP');
  expect(await program.kill('SIGTERM')).toEqual(inOrder);
  expect(isAlive(pid)).toBe(false);
});

test('a server of a run of tests that was killed ends by itself', async () => {
  const run = `
    import { spawnProgram } from '${repositoryRoot}e2e/src/program/spawned-program.ts';
    const server = spawnProgram(['${serverProgram}', 'serve'], ${JSON.stringify(testSettings(installation.dataDir))});
    await server.printed(/serves/);
    console.log(server.pid);`;
  const killed = spawn(nodeBinary, ['--input-type=module', '--eval', run], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(killed.stdout, 'data')) as [Buffer];
  const { pid } = getPostmaster(installation.dataDir);
  killed.kill('SIGKILL');
  await expect.poll(() => [isAlive(Number(line)), isAlive(pid)]).toEqual([false, false]);
});
