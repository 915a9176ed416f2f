import { createReadStream, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { err, ok, type Result } from '@comitium/basics';
import {
  type BallotFile,
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
  /** Keeps the ballots in the order of the file. */
  readonly inOrder?: boolean;
}

/** Reads ballots as a stream; `tell` hears how much of the file has been read, as a fraction of 1. */
export const readBallotFile = async (
  file: string,
  options: BallotFileOptions,
  tell: (read: number) => void,
): Promise<Result<BallotFile, CommandProblem[]>> => {
  const size = statSync(file, { throwIfNoEntry: false })?.size;
  if (size === undefined) return err([ofArgument('file_missing', `There is no file ${file}.`)]);
  const plan = planOf(file, await readHead(file), options);
  if (!plan.ok) return err([plan.error]);
  const reader = createBallotFileReader(options.inOrder === true ? keepOrder(plan.value) : plan.value);
  let read = 0;
  const decoder = new TextDecoder();
  for await (const piece of createReadStream(file, { highWaterMark: 1 << 20 })) {
    const bytes: Uint8Array = piece;
    reader.push(decoder.decode(bytes, { stream: true }));
    read += bytes.length;
    tell(read / size);
  }
  reader.push(decoder.decode());
  const result = reader.end();
  return result.ok ? result : err(result.error.map(ofFile));
};

const readHead = async (file: string): Promise<string> => {
  const handle = await open(file);
  try {
    const { bytesRead, buffer } = await handle.read({ buffer: Buffer.alloc(4096) });
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await handle.close();
  }
};

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
  };
  if (layout !== 'scores') return ok(plan);
  const scale = readScale(options.scale ?? '');
  return scale.ok ? ok({ ...plan, scale: scale.value }) : err(ofArgument('scale_invalid', scale.error));
};
