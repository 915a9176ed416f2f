import { err, ok, type Result } from '@comitium/basics';
import { type CountReport, countingMethods, findMethod } from '@comitium/tally/methods';
import { changeChoices } from './change-choices.ts';
import { type CommandProblem, ofArgument } from './command-problem.ts';
import { type BallotFileOptions, readBallotFile } from './read-ballot-file.ts';
import { readTieRules } from './read-tie-rules.ts';

export interface CountFileOptions extends BallotFileOptions {
  readonly method: string;
  readonly seats?: string;
  /** `name=value` each. */
  readonly options: readonly string[];
  readonly ties: readonly string[];
  /** Choices by id or name. */
  readonly withdraw: readonly string[];
  readonly undeclared: readonly string[];
}

/** Counts a file of ballots; every problem of the arguments or the file is answered. */
export const countFile = async (
  file: string,
  options: CountFileOptions,
  progress: (words: () => string) => void,
): Promise<Result<CountReport, CommandProblem[]>> => {
  const method = findMethod(options.method.toLowerCase());
  if (method === undefined) {
    const names = countingMethods.map(({ name }) => name).join(', ');
    return err([ofArgument('unknown_method', `There is no method ${options.method}; there are ${names}.`)]);
  }
  const given = readGiven(options.options);
  if (!given.ok) return given;
  const read = await readBallotFile(file, { ...options, inOrder: given.value.order === 'as-given' }, (part) =>
    progress(() => `reading: ${Math.floor(100 * part)} %`),
  );
  if (!read.ok) return read;
  const changed = changeChoices(read.value.ballots, options);
  if (!changed.ok) return changed;
  const ballots = changed.value;
  const { seats: inFile } = read.value;
  const ties = readTieRules(options.ties, ballots.choices);
  if (!ties.ok) return ties;
  // What a file says about seats is for methods that fill several; the argument says it for all.
  const seats = options.seats === undefined ? (method.seats === 'one' ? 1 : inFile) : Number(options.seats);
  const report = method.count(ballots, {
    seats: seats ?? undefined,
    options: given.value,
    ties: ties.value,
    onRound: (round) => progress(() => `counting: round ${round}`),
  });
  return report.ok ? report : err(report.error.map(({ code, message }) => ofArgument(code, message)));
};

/** `name=value`, several of them perhaps parted by commas. */
const readGiven = (given: readonly string[]): Result<Record<string, string>, CommandProblem[]> => {
  const problems: CommandProblem[] = [];
  const texts = given.flatMap((text) => text.split(/,(?=\w+=)/));
  const entries = texts.map((text): [string, string] => {
    const at = text.indexOf('=');
    if (at < 1) problems.push(ofArgument('option_invalid', `${text} must be written name=value.`));
    return [text.slice(0, at), text.slice(at + 1)];
  });
  return problems.length > 0 ? err(problems) : ok(Object.fromEntries(entries));
};
