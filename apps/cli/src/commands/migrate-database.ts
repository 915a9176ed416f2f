import type { Command } from 'commander';
import { withApp } from '../with-app.ts';

export const addMigrate = (program: Command): void => {
  program
    .command('migrate')
    .description('Brings the database to this version; serve does the same when it starts.')
    .action(() => withApp(async () => console.log('The database is up to date.')));
};
