// What the imports say before a server has heard of anything; with one they are tried in e2e.
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const main = fileURLToPath(new URL('../main.ts', import.meta.url));
const here = fileURLToPath(import.meta.url);

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly problems: string;
}

const run = (password: string, ...words: readonly string[]): Promise<Ended> =>
  new Promise((resolve) => {
    const env = { ...process.env, USER_PASSWORD: password };
    execFile(process.execPath, [main, 'import', ...words], { env }, (error, out, problems) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, problems }),
    );
  });

// Nobody listens at this port of one's own machine.
const nowhere = ['--url', 'http://127.0.0.1:1', '--email', 'a@b.example'];

test('what is wrong before anything is sent is one sentence and exit 1', { timeout: 60_000 }, async () => {
  const shapes = ['boundaries', 'land', 'region'];
  const [help, missing, silent, away, ballots, kind] = await Promise.all([
    run('', 'boundaries', '--help'),
    run('secret', ...shapes, 'nowhere.geojson', ...nowhere),
    run('', ...shapes, here, ...nowhere),
    run('secret', ...shapes, here, ...nowhere),
    run('secret', 'ballots', here, ...nowhere),
    run('secret', 'shapes', here, ...nowhere),
  ]);
  expect(help.out).toMatch(
    /<register> <level> <file>[\s\S]*--key[\s\S]*--dry-run[\s\S]*Ctrl-C[\s\S]*Exit codes/,
  );
  expect(missing).toMatchObject({ code: 1, out: '' });
  expect(missing.problems).toMatch(/^nowhere\.geojson cannot be read: .+\n$/);
  expect(silent).toEqual({ code: 1, out: '', problems: 'Set USER_PASSWORD to the account’s password.\n' });
  expect(away.problems).toBe('The server at http://127.0.0.1:1 cannot be reached.\n');
  expect(away.code).toBe(1);
  expect(ballots).toMatchObject({ code: 1, out: '' });
  expect(ballots.problems).toContain("missing required argument 'election'");
  expect(kind.problems).toContain("unknown command 'shapes'");
});
