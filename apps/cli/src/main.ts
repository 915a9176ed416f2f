// comitium: what an operator does from a terminal. Each command is a file of commands/.
import { Command } from 'commander';

/** Each command loads what it needs and no more: counting a file waits for no server's code. */
const commands: Readonly<Record<string, () => Promise<(program: Command) => void>>> = {
  serve: async () => (await import('./commands/serve-program.ts')).addServe,
  migrate: async () => (await import('./commands/migrate-database.ts')).addMigrate,
  import: async () => (await import('./commands/import-files.ts')).addImport,
  simulate: async () => (await import('./commands/simulate-night.ts')).addSimulate,
  recount: async () => (await import('./commands/recount-election.ts')).addRecount,
  user: async () => (await import('./commands/create-user.ts')).addUser,
  keys: async () => (await import('./commands/tend-keys.ts')).addKeys,
  verify: async () => (await import('./commands/verify-log.ts')).addVerify,
  count: async () => (await import('./commands/count-ballots.ts')).addCount,
  seats: async () => (await import('./commands/allot-seats.ts')).addSeats,
  audit: async () => (await import('./commands/audit-election.ts')).addAudit,
};

const program = new Command('comitium')
  .description(
    'Runs and tends Comitium. Settings come from the environment (docs/generated/configuration.md).',
  )
  .showHelpAfterError();

const [wanted = ''] = process.argv.slice(2);
const chosen = Object.hasOwn(commands, wanted) ? commands[wanted] : undefined;
for (const load of chosen === undefined ? Object.values(commands) : [chosen]) (await load())(program);

await program.parseAsync();
