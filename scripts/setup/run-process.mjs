// Runs a program to its end and says every few seconds that it is still at work.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { root } from './folders.mjs';

const remindMs = 10_000;
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Whole seconds, or milliseconds below one second. */
export const spoken = (ms) => (ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`);

/**
 * Resolves to the exit code; a signal counts as 128, and a program that cannot be started as 127.
 * `title` is printed now, and again with the time it has taken for as long as it runs. Where this process is asked to end
 * meanwhile, the program is asked too, by `endBy` where one is given, and this process ends after it.
 */
export const runProcess = (title, [program, ...args], { env = {}, stdio = 'inherit', endBy } = {}) =>
  new Promise((done) => {
    const started = Date.now();
    console.log(`${title} …`);
    const child = spawn(program, args, { cwd: root, env: { ...process.env, ...env }, stdio });
    const reminder = setInterval(
      () => console.log(`${title}: still at it, ${Math.round((Date.now() - started) / 1000)} s`),
      remindMs,
    );
    let askedToEnd;
    const passOn = (signal) => {
      askedToEnd = signal;
      // A terminal sends Ctrl-C to the whole group, so the child has it already.
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(endBy ?? signal);
    };
    for (const signal of signals) process.on(signal, passOn);
    const end = (code) => {
      clearInterval(reminder);
      for (const signal of signals) process.off(signal, passOn);
      if (askedToEnd !== undefined) process.exit(128 + constants.signals[askedToEnd]);
      if (code === 0) console.log(`${title}: done in ${spoken(Date.now() - started)}`);
      done(code);
    };
    child.once('error', (error) => {
      console.error(`${program} cannot be started: ${error.message}`);
      end(127);
    });
    child.once('exit', (code) => end(code ?? 128));
  });
