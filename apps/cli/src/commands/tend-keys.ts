import { newDataKey } from '@comitium/server';
import type { Command } from 'commander';

export const addKeys = (program: Command): void => {
  const keys = program.command('keys').description('The keys that personal data is encrypted with.');
  keys
    .command('create')
    .description(
      'Prints a new key as COMITIUM_DATA_KEYS takes it; put it first, and keep the others behind it.',
    )
    .action(() => console.log(newDataKey(new Date())));
};
