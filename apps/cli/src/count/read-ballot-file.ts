import { createReadStream, statSync } from 'node:fs';
import { err, ok, type Result } from '@comitium/basics';
import {
  type BallotFile,
  type BallotFileReader,
  ballotFormats,
  type CsvPlan,
  createBallotFileReader,
  delimiterOf,
  formatOf,
  keepOrder,
  type ReadingPlan,
  readScale,
} from '@comitium/tally/formats';
import { type CommandProblem, ofArgument, ofFile } from './command-problem.ts';

export interface BallotFileOptions {
  readonly format?: string;
  readonly layout?: string;
  readonly weights?: string;
  readonly ignore: readonly string[];
  readonly scale?: string;
  readonly contest?: string;
  readonly snapshot?: string;
  readonly overvoteCell?: string;
  readonly skippedCell?: string;
  readonly undeclaredCell?: string;
  readonly cellDelimiter?: string;
  /** Layout `choices`: every choice, in the order of the paper; none: those of the ballots. */
  readonly choice?: readonly string[];
  /** Keeps the ballots in the order of the file. */
  readonly inOrder?: boolean;
}

/** Reads ballots as a stream, from standard input for `-`; `tell` hears how much of a file has been read, as a fraction of 1. */
export const readBallotFile = async (
  file: string,
  options: BallotFileOptions,
  tell: (read: number) => void,
): Promise<Result<BallotFile, CommandProblem[]>> => {
  const size = file === '-' ? 0 : statSync(file, { throwIfNoEntry: false })?.size;
  if (size === undefined) return err([ofArgument('file_missing', `There is no file ${file}.`)]);
  const keep = (plan: ReadingPlan): ReadingPlan => (options.inOrder === true ? keepOrder(plan) : plan);
  const reading = new Reading((head) => {
    const plan = planOf(file, head, options);
    return plan.ok ? ok(keep(plan.value)) : plan;
  });
  const decoder = new TextDecoder();
  let read = 0;
  try {
    for await (const piece of streamOf(file)) {
      const bytes: Uint8Array = piece;
      if (!reading.push(decoder.decode(bytes, { stream: true }))) break;
      read += bytes.length;
      if (size > 0) tell(read / size);
    }
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return err([ofArgument('file_unreadable', `${file} cannot be read: ${error.message}.`)]);
  }
  reading.push(decoder.decode());
  return reading.end();
};

const streamOf = (file: string): AsyncIterable<Buffer> =>
  file === '-' ? process.stdin : createReadStream(file, { highWaterMark: 1 << 20 });

const isSystemError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'syscall' in error;

/** How many characters tell a format. */
const headLength = 4096;

/** Text that waits until enough of it has come to say how it is to be read. */
class Reading {
  readonly #planOf: (head: string) => Result<ReadingPlan, CommandProblem>;
  #head = '';
  #reader: BallotFileReader | null = null;

  constructor(planOf: (head: string) => Result<ReadingPlan, CommandProblem>) {
    this.#planOf = planOf;
  }

  /** False when it cannot be read, whatever follows. */
  push(text: string): boolean {
    if (this.#reader !== null) this.#reader.push(text);
    else {
      this.#head += text;
      if (this.#head.length >= headLength) return this.#begin() === null;
    }
    return true;
  }

  end(): Result<BallotFile, CommandProblem[]> {
    const problem = this.#reader === null ? this.#begin() : null;
    if (problem !== null || this.#reader === null) return err(problem === null ? [] : [problem]);
    const result = this.#reader.end();
    return result.ok ? result : err(result.error.map(ofFile));
  }

  #begin(): CommandProblem | null {
    const plan = this.#planOf(this.#head.slice(0, headLength));
    if (!plan.ok) return plan.error;
    this.#reader = createBallotFileReader(plan.value);
    this.#reader.push(this.#head);
    return null;
  }
}

const planOf = (
  file: string,
  head: string,
  options: BallotFileOptions,
): Result<ReadingPlan, CommandProblem> => {
  const format = options.format ?? formatOf(file, head);
  const known = ballotFormats.find((name) => name === format);
  if (known === undefined)
    return err(ofArgument('format_unknown', `Say with --format which it is: ${ballotFormats.join(', ')}.`));
  if (known === 'cvr') return cvrPlanOf(options);
  if (known !== 'csv') return ok({ format: known });
  const csv = csvPlanOf(head, options);
  return csv.ok ? ok({ format: known, csv: csv.value }) : csv;
};

const snapshots = ['current', 'original'] as const;

const cvrPlanOf = ({ contest, snapshot }: BallotFileOptions): Result<ReadingPlan, CommandProblem> => {
  const wanted = snapshots.find((name) => name === snapshot);
  if (snapshot !== undefined && wanted === undefined)
    return err(ofArgument('snapshot_invalid', `--snapshot is ${snapshots.join(' or ')}.`));
  return ok({ format: 'cvr', contestId: contest, snapshot: wanted });
};

const layouts = ['choices', 'ranks', 'scores', 'marks'] as const;

const csvPlanOf = (head: string, options: BallotFileOptions): Result<CsvPlan, CommandProblem> => {
  const layout = layouts.find((name) => name === options.layout);
  if (layout === undefined)
    return err(
      ofArgument('layout_missing', `Say with --layout what the columns of a CSV are: ${layouts.join(', ')}.`),
    );
  const plan = {
    layout,
    delimiter: delimiterOf(head),
    weightColumn: options.weights,
    ignoredColumns: options.ignore,
    overvoteCell: options.overvoteCell,
    skippedCell: options.skippedCell,
    undeclaredCell: options.undeclaredCell,
    cellDelimiter: options.cellDelimiter,
    choices: options.choice?.length ? options.choice : undefined,
  };
  if (layout !== 'scores') return ok(plan);
  const scale = readScale(options.scale ?? '');
  return scale.ok ? ok({ ...plan, scale: scale.value }) : err(ofArgument('scale_invalid', scale.error));
};
