// Runs a program in our place: its output, its signals and its exit code are ours.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';
import { stopWith } from './stop-with.mjs';

const endWithParent = fileURLToPath(new URL('./end-with-parent.mjs', import.meta.url));
const askEveryMs = 1000;
/**
 * Sheets and frames are short-lived: a larger young generation (MiB; the default is 16) collects them in fewer passes,
 * which saves 3–10 % of the processor on a busy night for at most 128 MiB more.
 */
const nodeFlags = JSON.parse(readFileSync(new URL('./node-flags.json', import.meta.url), 'utf8'));

/** npm passes no SIGKILL on: when it is gone, the server that it started is asked to end. */
const endWithNpm = (child) => {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid !== parent) child.kill('SIGTERM');
  }, askEveryMs);
  watch.unref();
};

/** Never returns; the process ends as the program ends. */
export const handOver = (node, args) => {
  const child = spawn(node, [...nodeFlags, '--import', endWithParent, ...args], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  // A terminal sends Ctrl-C to the whole group, so the child has it already.
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'));
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  endWithNpm(child);
  child.once('error', (error) => stopWith(`${node} cannot be started: ${error.message}`));
  child.once('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));
};
