import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{packages,apps}/**/*.test.{ts,tsx}', '{demo,bench,scripts}/**/*.test.{ts,mjs}'],
          exclude: ['**/*.db.test.ts', '**/node_modules/**', '**/dist/**'],
          // A process for each file costs more than the tests in it; what a test sets it sets back.
          isolate: false,
          // Properties are tried hundreds of times, also on a busy machine.
          testTimeout: 60_000,
          expect: { poll: { timeout: 30_000 } },
          setupFiles: ['scripts/testing/forbid-console.ts'],
        },
      },
      {
        test: {
          name: 'database',
          // Every file loads the whole program; once a worker is enough, since what a test opens is its own.
          isolate: false,
          include: ['{apps,demo,bench}/**/*.db.test.ts'],
          exclude: ['**/node_modules/**'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // Left alone, what is awaited has a second to come.
          expect: { poll: { timeout: 60_000 } },
          setupFiles: ['scripts/testing/forbid-console.ts', 'apps/server/src/testing/check-events.ts'],
          globalSetup: ['apps/server/src/platform/database/testing/global-setup.ts'],
        },
      },
      {
        test: {
          name: 'browser',
          include: ['e2e/src/**/*.e2e.test.ts'],
          exclude: ['**/node_modules/**'],
          globalSetup: ['e2e/src/program/prepare-template.ts'],
          // What a file opens is its own; only the code is loaded once a worker.
          isolate: false,
          // A story plays a part of a night and walks through pages, beside another one on the same processors: what it
          // waits for may take its time, and only what never comes fails.
          testTimeout: 300_000,
          hookTimeout: 300_000,
          expect: { poll: { timeout: 60_000, interval: 100 } },
        },
      },
    ],
  },
});
