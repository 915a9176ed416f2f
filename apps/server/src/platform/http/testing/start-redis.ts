// A real Redis on a socket in a temporary folder.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const redisIsInstalled = spawnSync('redis-server', ['--version']).status === 0;

export interface TestRedis {
  /** As the setting takes it. */
  readonly url: string;
  start(): Promise<void>;
  /** Ends the process; `start` begins a new one on the same socket. */
  end(): Promise<void>;
  /** Lets it hang (SIGSTOP), or go on (SIGCONT). */
  signal(signal: 'SIGSTOP' | 'SIGCONT'): void;
  remove(): Promise<void>;
}

export const createTestRedis = (): TestRedis => {
  const folder = mkdtempSync(join(tmpdir(), 'comitium-redis-'));
  const url = join(folder, 'redis.sock');
  let child: ChildProcess | undefined;
  const start = async (): Promise<void> => {
    const settings = [
      '--port',
      '0',
      '--unixsocket',
      url,
      '--save',
      '',
      '--appendonly',
      'no',
      '--dir',
      folder,
    ];
    child = spawn('redis-server', settings, { stdio: ['ignore', 'pipe', 'ignore'] });
    for await (const chunk of child.stdout ?? []) {
      if (String(chunk).includes('ready to accept connections')) break;
    }
  };
  const end = async (): Promise<void> => {
    if (child === undefined) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
    child = undefined;
  };
  return {
    url,
    start,
    end,
    signal: (signal) => child?.kill(signal),
    remove: async () => {
      await end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
