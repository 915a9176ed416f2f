import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{packages,apps}/**/*.test.{ts,tsx}', '{demo,bench,scripts}/**/*.test.{ts,mjs}'],
          exclude: ['**/*.db.test.ts', '**/node_modules/**', '**/dist/**'],
          // Properties are tried hundreds of times, also on a busy machine.
          testTimeout: 30_000,
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
          testTimeout: 60_000,
          hookTimeout: 60_000,
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
          // A story starts a server, plays a part of a night and walks through pages.
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
