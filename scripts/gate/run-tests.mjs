// Runs one vitest project and counts its tests.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runProcess } from '../setup/run-process.mjs';

const readCounts = (report, code) => {
  const counts = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : {};
  const { numPassedTests: passed = 0, numFailedTests: failed = 0, numPendingTests: skipped = 0 } = counts;
  // A file that cannot be loaded, or an error outside of any test, fails the run without failing a test.
  return { passed, failed: code === 0 ? 0 : Math.max(1, failed), skipped };
};

/** vitest colours its words even into a file. */
const colors = () => (process.stdout.isTTY ? {} : { NO_COLOR: '1' });

/** Resolves to { passed, failed, skipped }. */
export const runTests = async (node, project, { args = [], env = {} } = {}) => {
  const folder = mkdtempSync(join(tmpdir(), 'comitium-tests-'));
  const report = join(folder, 'report.json');
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`];
  const vitest = [node, 'node_modules/vitest/vitest.mjs', 'run', '--project', project, ...reporters, ...args];
  const code = await runProcess(`vitest --project ${project}`, vitest, {
    env: { ...colors(), ...env },
    // By which vitest ends at once, and our PostgreSQL with it.
    endBy: 'SIGINT',
  });
  const counts = readCounts(report, code);
  rmSync(folder, { recursive: true });
  return counts;
};
