// comitium: what an operator does from a terminal. Each command is a file of commands/.
import { Command } from 'commander';
import { addUser } from './commands/create-user.ts';
import { addImport } from './commands/import-register.ts';
import { addMigrate } from './commands/migrate-database.ts';
import { addRecount } from './commands/recount-election.ts';
import { addServe } from './commands/serve-program.ts';
import { addSimulate } from './commands/simulate-night.ts';
import { addKeys } from './commands/tend-keys.ts';
import { addVerify } from './commands/verify-log.ts';

const program = new Command('comitium')
  .description(
    'Runs and tends Comitium. Settings come from the environment (docs/generated/configuration.md).',
  )
  .showHelpAfterError();

for (const add of [addServe, addMigrate, addImport, addSimulate, addRecount, addUser, addKeys, addVerify])
  add(program);

await program.parseAsync();
