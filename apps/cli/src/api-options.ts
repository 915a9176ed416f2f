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

export const requirePassword = (): string => {
  const password = process.env['USER_PASSWORD'];
  if (password === undefined || password === '')
    throw new Error('Set USER_PASSWORD to the account’s password.');
  return password;
};

/** Signs in and answers an access token. */
export const requireToken = async ({ url, email }: ApiOptions): Promise<string> => {
  const response = await fetch(`${url}/api/v1/auth/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password: requirePassword() }),
  });
  const body = (await response.json()) as { token?: string; detail?: string };
  if (body.token === undefined) throw new Error(body.detail ?? `Signing in failed with ${response.status}.`);
  return body.token;
};
