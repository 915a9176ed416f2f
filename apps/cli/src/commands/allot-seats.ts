import { seatMethods } from '@comitium/tally/seats';
import type { Command } from 'commander';
import { exitCodeHelp, exitCodes, problemLines } from '../count/command-problem.ts';
import { doublyMethod } from '../seats/allot-doubly.ts';
import { allotFromFile, type SeatsOptions } from '../seats/allot-from-file.ts';
import { mixedMethod } from '../seats/allot-mixed.ts';
import { panachageMethod } from '../seats/allot-panachage.ts';
import { printSeats } from '../seats/print-seats.ts';

const methodHelp = (): string => {
  const whole = [doublyMethod, mixedMethod, panachageMethod].map((one) => [one.name, one] as const);
  const all = [...Object.entries(seatMethods), ...whole];
  const width = Math.max(...all.map(([name]) => name.length));
  return `\nMethods:\n${all.map(([name, { title }]) => `  ${name.padEnd(width)}  ${title}`).join('\n')}`;
};

const formatHelp = `
Files are CSV with a row for each list, of each district where there are several.
mixed-member needs a column of constituencies won (--direct); a row without a list holds those of independents. With --districts the
seats of each list go to its districts by its votes there; levelled overhang then needs --seats-column as well.
panachage needs a row for each candidate (--candidates) with personal votes; a row without a candidate holds its list's empty lines.`;

/** Needs nothing but the file: a CSV with a row for each list, of each district where there are several. */
export const addSeats = (program: Command): void => {
  const command = program
    .command('seats <file>')
    .description('Gives seats to lists by their votes, in one district or many.')
    .requiredOption('-m, --method <name>', 'how; all methods are listed below')
    .option('--seats <n>', 'seats of the one district; of the regular house for mixed-member')
    .option('--lists <column>', 'the column that names lists', 'list')
    .option('--votes <column>', 'the column of votes', 'votes')
    .option('--districts <column>', 'the column that names districts')
    .option('--seats-column <column>', 'the column with the seats of the row’s district')
    .option('--at-most <column>', 'the column with the most seats that a list can fill')
    .option('--alliances <column>', 'the column that names alliances; empty for lists that stand alone')
    .option(
      '--threshold <share>',
      'least share of a district’s votes, reached exactly passes: 3%, 0.03, 3/100; of all votes for mixed-member',
    )
    .option('--threshold-base <votes>', 'what the share is taken of; default the votes of the lists')
    .option('--national-threshold <share>', 'least share of the votes of all districts together')
    .option(
      '--one-district-threshold <share>',
      'least share of the votes of one district, whichever; with --national-threshold either is enough',
    )
    .option('--exempt <list,…>', 'lists that neither of these two stops')
    .option('--majority', 'more than half of the votes have more than half of the seats', false)
    .option('--more-votes-first', 'equal quotients go to the list with more votes, as in Spain', false);
  addWholeOptions(command)
    .option(
      '--lot <name,…>',
      'a lot that was drawn, first first: lists, <district>/<list>, or for panachage [<district>/]<list>/<candidate>',
    )
    .option('--json', 'print the report as JSON (SeatsReportBody in packages/contract)', false)
    .addHelpText('after', () => `${methodHelp()}\n${formatHelp}\n${exitCodeHelp}`)
    .action(answer);
};

/** What only some methods ask for. */
const addWholeOptions = (command: Command): Command =>
  command
    .option('--list-seats <list=n,…>', 'biproportional: seats of every list; default by their voters')
    .option(
      '--by <method>',
      'mixed-member and panachage: how lists share seats; default sainte-lague, hagenbach-bischoff',
    )
    .option('--direct <column>', 'mixed-member: the column of constituencies won')
    .option('--overhang <rule>', 'mixed-member: kept, levelled, absorbed or refused')
    .option('--or-direct <n>', 'mixed-member: so many constituencies pass the threshold by themselves')
    .option('--candidates <column>', 'panachage: the column that names candidates');

const answer = (file: string, options: SeatsOptions): void => {
  const report = allotFromFile(file, options);
  if (!report.ok) {
    process.stderr.write(problemLines(file, report.error));
    if (options.json) console.log(JSON.stringify({ problems: report.error }));
    process.exitCode = exitCodes.problems;
    return;
  }
  process.stdout.write(options.json ? `${JSON.stringify(report.value)}\n` : printSeats(report.value));
  process.exitCode = report.value.state === 'decided' ? exitCodes.decided : exitCodes.lotNeeded;
};
