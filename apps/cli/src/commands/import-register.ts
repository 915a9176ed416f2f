import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { Command } from 'commander';
import { type ApiOptions, requireToken, withApiOptions } from '../api-options.ts';
import { fail } from '../with-app.ts';

interface ImportOptions extends ApiOptions {
  readonly dryRun: boolean;
  readonly query?: string;
}

const targets: Readonly<Record<string, { method: 'POST' | 'PUT'; path: (code: string) => string }>> = {
  register: { method: 'POST', path: () => '/registers' },
  ballots: { method: 'PUT', path: (election) => `/elections/${election}/ballots` },
};

/** Sends a file to a running server, which checks everything before it writes anything. */
export const addImport = (program: Command): void => {
  const command = program
    .command('import <kind> <file> [election]')
    .description('Imports a register, or the ballots of an election, from a .json or .csv file.')
    .option('--dry-run', 'check, and write nothing', false)
    .option(
      '--query <text>',
      'further query of the request, such as code=gh-2028&name=Ghana&levels=national,region,station',
    );
  withApiOptions(command).action(
    async (kind: string, file: string, election: string, options: ImportOptions) => {
      const target = targets[kind];
      if (target === undefined)
        return fail(`There is no import of ${kind}; use ${Object.keys(targets).join(' or ')}.`);
      if (kind === 'ballots' && election === undefined)
        return fail('Say which election the ballots are for.');
      const query = new URLSearchParams(options.query ?? '');
      if (options.dryRun) query.set('dryRun', 'true');
      const response = await fetch(`${options.url}/api/v1${target.path(election)}?${query}`, {
        method: target.method,
        headers: {
          authorization: `Bearer ${await requireToken(options)}`,
          'content-type': extname(file) === '.csv' ? 'text/csv' : 'application/json',
        },
        body: await readFile(file),
      });
      console.log(await response.text());
      if (!response.ok) process.exitCode = 1;
    },
  );
};
