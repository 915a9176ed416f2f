import { err, ok, type Result } from '@comitium/basics';
import { type Pair, pairsOf } from '@comitium/tally/audits';
import { type CommandProblem, ofArgument } from '../count/command-problem.ts';
import { problemAt, readCount } from '../seats/read-figures.ts';
import { mapRows, type Row, readRows } from './read-rows.ts';

/** A part of the papers with its own figures: a batch, a stratum, a round of a sample. */
export interface Part {
  readonly name: string;
  readonly votes: readonly number[];
}

export interface Contest {
  readonly choices: readonly string[];
  readonly votes: readonly number[];
  readonly winners: number;
  /** Winners against losers, closest first. */
  readonly pairs: readonly Pair[];
  /** Empty where no column divides the papers. */
  readonly parts: readonly Part[];
}

export interface ContestOptions {
  readonly winners?: string | undefined;
  /** The column that names batches or strata. */
  readonly part?: string | undefined;
}

/** The reported result: a row for each choice, or for each choice of each part. */
export const readContest = (
  path: string,
  { winners = '1', part }: ContestOptions,
): Result<Contest, CommandProblem[]> => {
  const read = readVotes(path, { part, choices: null });
  if (!read.ok) return read;
  const { choices, parts } = read.value;
  const votes = choices.map((_, choice) => parts.reduce((sum, one) => sum + one.votes[choice]!, 0));
  if (!/^\d{1,6}$/.test(winners) || Number(winners) < 1 || Number(winners) >= choices.length)
    return err([ofArgument('winners_invalid', `${winners} of ${choices.length} choices cannot win.`)]);
  const sorted = [...votes].sort((a, b) => b - a);
  if (sorted[Number(winners) - 1] === sorted[Number(winners)])
    return err([
      ofArgument('result_tied', 'The last place is tied: no sample can confirm it, only a full hand count.'),
    ]);
  const lead = ({ winner, loser }: Pair): number => votes[winner]! - votes[loser]!;
  const pairs = pairsOf({ votes, winners: Number(winners) }).sort((a, b) => lead(a) - lead(b));
  return ok({ choices, votes, winners: Number(winners), pairs, parts: part === undefined ? [] : parts });
};

interface VotesPlan {
  readonly part: string | undefined;
  /** The choices that may be named; null where the file names them first. */
  readonly choices: readonly string[] | null;
}

/** Votes of choices, by parts in the order in which the file names them; without a column of parts all are one. */
export const readVotes = (
  path: string,
  { part, choices: known }: VotesPlan,
): Result<{ readonly choices: string[]; readonly parts: Part[] }, CommandProblem[]> => {
  const rows = readRows(path, ['choice', 'votes', ...(part === undefined ? [] : [part])]);
  if (!rows.ok) return rows;
  const choices = known === null ? [...new Set(rows.value.map((row) => row.text('choice')))] : [...known];
  const byPart = new Map<string, Map<number, number>>();
  const read = mapRows(rows.value, (row, problems) => readVote(row, { part, choices, byPart, problems }));
  if (!read.ok) return read;
  const parts = [...byPart].map(([name, votes]) => ({
    name,
    votes: choices.map((_, choice) => votes.get(choice) ?? 0),
  }));
  return ok({ choices, parts });
};

const readVote = (
  row: Row,
  {
    part,
    choices,
    byPart,
    problems,
  }: {
    readonly part: string | undefined;
    readonly choices: readonly string[];
    readonly byPart: Map<string, Map<number, number>>;
    readonly problems: CommandProblem[];
  },
): void => {
  const field = row.field('choice');
  const choice = choices.indexOf(row.text('choice'));
  if (field.text.trim() === '')
    problems.push(problemAt(field, 'choice_missing', 'This row names no choice.'));
  else if (choice < 0)
    problems.push(problemAt(field, 'unknown_choice', `${field.text.trim()} is no choice of this contest.`));
  const name = part === undefined ? '' : row.text(part);
  const votes = byPart.get(name) ?? new Map<number, number>();
  byPart.set(name, votes);
  if (votes.has(choice))
    problems.push(problemAt(field, 'repeated_choice', `${field.text.trim()} comes twice here.`));
  votes.set(choice, readCount(problems, row.field('votes')));
};
