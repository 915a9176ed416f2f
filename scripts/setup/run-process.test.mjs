import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';

const alive = (pid) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

/** Begins a program that would run for ever by way of `runProcess`; answers its number and who runs it. */
const begin = async () => {
  const forever = `console.log('pid', process.pid); setInterval(() => {}, 1000);`;
  const script = `
    import { runProcess } from '${new URL('./run-process.mjs', import.meta.url)}';
    await runProcess('Running', [process.execPath, '--eval', ${JSON.stringify(forever)}]);
    console.log('goes on');`;
  const runner = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  runner.stdout.on('data', (text) => (printed += text));
  await expect.poll(() => printed).toMatch(/pid \d+/);
  return { runner, pid: Number(/pid (\d+)/.exec(printed)[1]), printed: () => printed };
};

test.each([
  ['SIGTERM', 143],
  ['SIGINT', 130],
  ['SIGHUP', 129],
])('a step that is asked to end by %s ends its program too, and nothing follows', async (signal, code) => {
  const { runner, pid, printed } = await begin();
  const ended = once(runner, 'exit');
  runner.kill(signal);
  expect(await ended).toEqual([code, null]);
  expect(alive(pid)).toBe(false);
  expect(printed()).not.toContain('goes on');
});
