import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { endWithUs } from './leave-nothing.ts';

export interface ToolRun {
  readonly child: ChildProcess;
  /** Resolves when the tool has printed START. */
  readonly started: Promise<void>;
  /** The last line of its output, when it has ended well. */
  readonly ended: Promise<string>;
}

/** Runs a tool beside what is measured; its standard error comes back in the failure. */
export const runTool = (command: string, args: readonly (string | number)[]): ToolRun => {
  const child = spawn(command, args.map(String), { stdio: ['ignore', 'pipe', 'pipe'] });
  child.once('close', endWithUs(child.pid ?? 0, 'SIGKILL'));
  let output = '';
  let complaint = '';
  const start = Promise.withResolvers<void>();
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
    if (output.startsWith('START')) start.resolve();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    complaint += chunk.toString();
  });
  const ended = once(child, 'close').then(([code]) => {
    if (code !== 0) throw new Error(`${command} ended with ${code}: ${complaint.slice(0, 1500)}`);
    if (complaint !== '') console.error(complaint.slice(0, 1500));
    return output.trim().split('\n').at(-1) ?? '';
  });
  ended.then(
    () => start.resolve(),
    (error: unknown) => start.reject(error),
  );
  return { child, started: start.promise, ended };
};
