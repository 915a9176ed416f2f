import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { endWithUs } from './leave-nothing.ts';

export interface RunningProcess {
  readonly pid: number;
  readonly port: number;
  stop(): Promise<void>;
}

export interface ProcessToStart {
  readonly command: string;
  readonly args: readonly string[];
  readonly port: number;
  readonly env?: Readonly<Record<string, string>>;
}

const patienceMs = 60_000;

/** Starts a process that listens on 127.0.0.1:port, and waits until it does. */
export const startProcess = async ({ command, args, port, env }: ProcessToStart): Promise<RunningProcess> => {
  const child = spawn(command, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  child.once('close', endWithUs(child.pid ?? 0, 'SIGTERM'));
  const until = performance.now() + patienceMs;
  while (!(await listens(port))) {
    if (child.exitCode !== null)
      throw new Error(`${command} ended with ${child.exitCode} before it listened`);
    if (performance.now() > until) throw new Error(`${command} did not listen on port ${port}`);
    await delay(50);
  }
  return { pid: child.pid ?? 0, port, stop: () => end(child) };
};

const end = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const closed = once(child, 'close');
  child.kill('SIGTERM');
  // A server that drains thousands of sockets takes its time; nothing is measured any more.
  const killer = setTimeout(() => child.kill('SIGKILL'), 5_000);
  await closed;
  clearTimeout(killer);
};

const listens = async (port: number): Promise<boolean> => {
  const socket = connect(port, '127.0.0.1');
  const heard = await Promise.race([
    once(socket, 'connect').then(
      () => true,
      () => false,
    ),
    once(socket, 'close').then(() => false),
  ]);
  socket.destroy();
  return heard;
};
