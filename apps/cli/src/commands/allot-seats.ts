import { existsSync, readFileSync } from 'node:fs';
import { err, ok, type Result } from '@comitium/basics';
import type { SeatsReportBody } from '@comitium/contract';
import { type SeatMethodName, seatMethods } from '@comitium/tally/seats';
import type { Command } from 'commander';
import {
  type CommandProblem,
  exitCodeHelp,
  exitCodes,
  ofArgument,
  problemLines,
} from '../count/command-problem.ts';
import { allotDoubly, doublyMethod } from '../seats/allot-doubly.ts';
import { allotSeats, type SeatRules } from '../seats/allot-seats.ts';
import { printSeats } from '../seats/print-seats.ts';
import { readListSeats, readSeatLot, readShare } from '../seats/read-seat-arguments.ts';
import { readVotesFile, type VotesColumns, type VotesFile } from '../seats/read-votes-file.ts';

interface SeatsOptions extends VotesColumns {
  readonly method: string;
  readonly seats?: string;
  readonly threshold?: string;
  readonly thresholdBase?: string;
  readonly nationalThreshold?: string;
  readonly majority: boolean;
  readonly moreVotesFirst: boolean;
  readonly lot?: string;
  readonly listSeats?: string;
  readonly json: boolean;
}

const methodHelp = (): string => {
  const all = [...Object.entries(seatMethods), [doublyMethod.name, doublyMethod] as const];
  const width = Math.max(...all.map(([name]) => name.length));
  return `\nMethods:\n${all.map(([name, { title }]) => `  ${name.padEnd(width)}  ${title}`).join('\n')}`;
};

/** Needs nothing but the file: a CSV with a row for each list, of each district where there are several. */
export const addSeats = (program: Command): void => {
  program
    .command('seats <file>')
    .description('Gives seats to lists by their votes, in one district or many.')
    .requiredOption('-m, --method <name>', 'how; all methods are listed below')
    .option('--seats <n>', 'seats of the one district')
    .option('--lists <column>', 'the column that names lists', 'list')
    .option('--votes <column>', 'the column of votes', 'votes')
    .option('--districts <column>', 'the column that names districts')
    .option('--seats-column <column>', 'the column with the seats of the row’s district')
    .option('--at-most <column>', 'the column with the most seats that a list can fill')
    .option('--alliances <column>', 'the column that names alliances; empty for lists that stand alone')
    .option(
      '--threshold <share>',
      'least share of a district’s votes, reached exactly passes: 3%, 0.03, 3/100',
    )
    .option('--threshold-base <votes>', 'what the share is taken of; default the votes of the lists')
    .option('--national-threshold <share>', 'least share of the votes of all districts together')
    .option('--majority', 'more than half of the votes have more than half of the seats', false)
    .option('--more-votes-first', 'equal quotients go to the list with more votes, as in Spain', false)
    .option('--list-seats <list=n,…>', 'biproportional: seats of every list; default by their voters')
    .option('--lot <name,…>', 'a lot that was drawn, first first; <district>/<list> in biproportional ties')
    .option('--json', 'print the report as JSON (SeatsReportBody in packages/contract)', false)
    .addHelpText('after', () => `${methodHelp()}\n${exitCodeHelp}`)
    .action((file: string, options: SeatsOptions) => {
      const report = seatsOf(file, options);
      if (!report.ok) {
        process.stderr.write(problemLines(file, report.error));
        if (options.json) console.log(JSON.stringify({ problems: report.error }));
        process.exitCode = exitCodes.problems;
        return;
      }
      process.stdout.write(options.json ? `${JSON.stringify(report.value)}\n` : printSeats(report.value));
      process.exitCode = report.value.state === 'decided' ? exitCodes.decided : exitCodes.lotNeeded;
    });
};

const isSeatMethod = (name: string): name is SeatMethodName => Object.hasOwn(seatMethods, name);

const seatsOf = (path: string, options: SeatsOptions): Result<SeatsReportBody, CommandProblem[]> => {
  const { method } = options;
  const names = [...Object.keys(seatMethods), doublyMethod.name];
  if (!names.includes(method))
    return err([
      ofArgument('unknown_method', `There is no method ${method}; there are ${names.join(', ')}.`),
    ]);
  if (!existsSync(path)) return err([ofArgument('file_missing', `There is no file ${path}.`)]);
  const columns = columnsOf(options);
  const read = readVotesFile(readFileSync(path, 'utf8'), columns);
  if (!read.ok) return read;
  const file = withSeats(read.value, options);
  if (!file.ok) return file;
  const rules = rulesOf(file.value, options);
  if (!rules.ok) return rules;
  return isSeatMethod(method)
    ? allotSeats(file.value, method, rules.value)
    : allotDoubly(file.value, rules.value);
};

const columnsOf = ({ lists, votes, ...options }: SeatsOptions): VotesColumns => {
  const { districts, seatsColumn, alliances, atMost } = options;
  return {
    lists,
    votes,
    ...(districts !== undefined && { districts }),
    ...(seatsColumn !== undefined && { seatsColumn }),
    ...(alliances !== undefined && { alliances }),
    ...(atMost !== undefined && { atMost }),
  };
};

/** The seats of each district, from the column or, where there is one district, from the argument. */
const withSeats = (
  file: VotesFile,
  { seats, seatsColumn }: SeatsOptions,
): Result<VotesFile, CommandProblem[]> => {
  if (seatsColumn !== undefined) return ok(file);
  const count = wholeNumber(seats);
  if (count === null || file.districts.length > 1)
    return err([
      ofArgument(
        'seats_invalid',
        'Say the seats with --seats <n>, or for many districts with --seats-column.',
      ),
    ]);
  return ok({ ...file, districts: file.districts.map((one) => ({ ...one, seats: count })) });
};

const wholeNumber = (text: string | undefined): number | null =>
  text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : null;

const rulesOf = (file: VotesFile, options: SeatsOptions) => {
  const problems: CommandProblem[] = [];
  const take = <T>(result: Result<T, CommandProblem> | null): T | null => {
    if (result === null || result.ok) return result?.value ?? null;
    problems.push(result.error);
    return null;
  };
  const given = <T>(text: string | undefined, read: (text: string) => Result<T, CommandProblem>) =>
    take(text === undefined ? null : read(text));
  const lots = given(options.lot, (text) => readSeatLot(text, file));
  const base = wholeNumber(options.thresholdBase);
  if (options.thresholdBase !== undefined && base === null)
    problems.push(ofArgument('threshold_invalid', '--threshold-base is a whole number of votes.'));
  const rules: SeatRules = {
    threshold: given(options.threshold, readShare),
    thresholdBase: base,
    nationalThreshold: given(options.nationalThreshold, readShare),
    majority: options.majority,
    moreVotesFirst: options.moreVotesFirst,
    lot: lots?.lists ?? null,
  };
  const listSeats = given(options.listSeats, (text) => readListSeats(text, file));
  return problems.length > 0 ? err(problems) : ok({ ...rules, listSeats, lots });
};
