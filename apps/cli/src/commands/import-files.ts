import type { Command } from 'commander';
import { type ApiOptions, withApiOptions } from '../api-options.ts';
import { importBoundaries, type ShapesOptions } from '../import/import-boundaries.ts';
import { type SendOptions, sendFile } from '../import/send-file.ts';

const exitCodeHelp = `
The server's answer is printed as JSON: the report, or the problem with every bad row.
Exit codes: 0 imported, or checked with --dry-run; 1 refused, nothing was written.`;

const shapesHelp = `
The report is printed as JSON, with every shape and area that is left out; or the problem with every bad shape.
How far the import is stands on standard error. Ctrl-C cancels it.
Exit codes: 0 imported, or checked with --dry-run; 1 refused, nothing was written; 130 cancelled, nothing was written.`;

/** Sends files to a running server, which checks everything before it writes anything. */
export const addImport = (program: Command): void => {
  const command = program
    .command('import')
    .description('Imports a register, its boundaries, or the ballots of an election.');
  withSendOptions(
    command.command('register <file>').description('Imports a register from a .json or .csv file.'),
  ).action((file: string, options: SendOptions) =>
    sendFile(file, { method: 'POST', path: '/registers' }, options),
  );
  withSendOptions(
    command
      .command('ballots <file> <election>')
      .description('Imports every ballot of an election from a .json or .csv file.'),
  ).action((file: string, election: string, options: SendOptions) =>
    sendFile(file, { method: 'PUT', path: `/elections/${encodeURIComponent(election)}/ballots` }, options),
  );
  withDryRun(
    command
      .command('boundaries <register> <level> <file>')
      .description('Imports the shapes of a level of a register from GeoJSON or TopoJSON.')
      .option('--key <property>', 'the property that holds the area’s code; default the shape’s id, or code')
      .option('--object <name>', 'TopoJSON: which object; default the only one')
      .option('--target-bytes <n>', 'simplify down to so many bytes; default 600000')
      .addHelpText('after', shapesHelp),
  ).action((register: string, level: string, file: string, options: ShapesOptions & ApiOptions) =>
    importBoundaries({ register, level, file }, options),
  );
};

const withDryRun = (command: Command): Command =>
  withApiOptions(command.option('--dry-run', 'check, and write nothing', false));

const withSendOptions = (command: Command): Command =>
  withDryRun(command)
    .option(
      '--query <text>',
      'further query of the request, such as code=gh-2028&name=Ghana&levels=national,region,station',
    )
    .addHelpText('after', exitCodeHelp);
