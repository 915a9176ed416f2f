import type { Command } from 'commander';

export interface ApiOptions {
  readonly url: string;
  readonly email: string;
}

/** Options of commands that go through a running server; the password comes from the environment. */
export const withApiOptions = (command: Command): Command =>
  command
    .option('--url <url>', 'address of the running server', 'http://localhost:5050')
    .requiredOption('--email <address>', 'account that may do this; its password is read from USER_PASSWORD');

export const passwordMissing = 'Set USER_PASSWORD to the account’s password.';

/** Null where the environment holds none. */
export const readPassword = (): string | null => process.env['USER_PASSWORD'] || null;
