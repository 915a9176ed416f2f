import { err, ok, type Result } from '@comitium/basics';
import type { AuditIrvBody } from '@comitium/contract';
import {
  bravoSampleSize,
  type IrvAssertion,
  type RankedBallots,
  raire,
  superSimpleSizeFromRates,
} from '@comitium/tally/audits';
import { type Ballots, readPreferences } from '@comitium/tally/ballots';
import { findMethod } from '@comitium/tally/methods';
import { type CommandProblem, ofArgument } from '../count/command-problem.ts';
import { type BallotFileOptions, readBallotFile } from '../count/read-ballot-file.ts';
import { readRiskLimit, readWhole } from './read-audit-arguments.ts';

export interface IrvOptions extends BallotFileOptions {
  readonly riskLimit: string;
  readonly winner?: string | undefined;
  readonly method: string;
  readonly ballots?: string | undefined;
  readonly overvotes: string;
  readonly skippedRanks: string;
  readonly repeats: string;
}

/** Statements that prove the winner of an instant run-off, and what it takes to audit them. */
export const proveIrv = async (
  file: string,
  options: IrvOptions,
  progress: (words: () => string) => void,
): Promise<Result<AuditIrvBody, CommandProblem[]>> => {
  const limit = readRiskLimit(options.riskLimit);
  if (!limit.ok) return limit;
  const { method } = options;
  if (method !== 'comparison' && method !== 'bravo')
    return err([ofArgument('unknown_method', 'Statements are audited by comparison or by bravo.')]);
  const read = await readBallotFile(file, options, (part) =>
    progress(() => `reading: ${Math.floor(100 * part)} %`),
  );
  if (!read.ok) return read;
  const ranked = readRanked(read.value.ballots, options);
  if (!ranked.ok) return ranked;
  const winner = findWinner(read.value.ballots, options);
  if (!winner.ok) return winner;
  const votes = ranked.value.groups.reduce((sum, { count }) => sum + count, 0);
  const ballots = options.ballots === undefined ? ok(votes) : readWhole('ballots', options.ballots, votes);
  if (!ballots.ok) return ballots;
  const sizeOf = createSizes({ method, ballots: ballots.value, riskLimit: limit.value });
  const found = raire(ranked.value, winner.value, {
    difficulty: method === 'bravo' ? sizeOf : undefined,
    onProgress: (sets) => progress(() => `proving: ${sets} sets of candidates`),
  });
  const nameOf = (choice: number): string => read.value.ballots.choices[choice]!.name;
  const statements = found.ok ? found.value.map((one) => statementOf(one, nameOf, sizeOf)) : [];
  return ok({
    version: 1,
    kind: 'irv',
    ballots: ballots.value,
    winner: nameOf(winner.value),
    method,
    riskLimit: limit.value,
    state: found.ok ? 'provable' : 'full-count',
    statements,
    size: found.ok ? Math.max(0, ...statements.map(({ size }) => size)) : null,
    open: found.ok ? null : found.error.order.map(nameOf),
  });
};

type Sizes = (forWinner: number, forLoser: number) => number;

const createSizes = ({
  method,
  ballots,
  riskLimit,
}: {
  readonly method: 'comparison' | 'bravo';
  readonly ballots: number;
  readonly riskLimit: number;
}): Sizes =>
  method === 'bravo'
    ? (forWinner, forLoser) => bravoSampleSize({ votes: [forWinner, forLoser] }, { ballots, riskLimit })
    : (forWinner, forLoser) =>
        superSimpleSizeFromRates({ margin: (forWinner - forLoser) / ballots }, { riskLimit, ballots });

const statementOf = (
  one: IrvAssertion,
  nameOf: (choice: number) => string,
  sizeOf: Sizes,
): AuditIrvBody['statements'][number] => ({
  kind: one.kind,
  winner: nameOf(one.winner),
  loser: nameOf(one.loser),
  standing: one.kind === 'not-excluded-next' ? one.standing.map(nameOf) : null,
  forWinner: one.forWinner,
  forLoser: one.forLoser,
  size: sizeOf(one.forWinner, one.forLoser),
});

const oneOf = <T extends string>(
  name: string,
  values: readonly T[],
  text: string,
): Result<T, CommandProblem[]> => {
  const found = values.find((value) => value === text);
  return found === undefined
    ? err([ofArgument('option_invalid', `--${name} is one of ${values.join(', ')}.`)])
    : ok(found);
};

const readRanked = (ballots: Ballots, options: IrvOptions): Result<RankedBallots, CommandProblem[]> => {
  if (ballots.form === 'choose')
    return err([ofArgument('form_differs', 'These ballots mark choices without ranking them.')]);
  if (ballots.weightScale !== 1)
    return err([
      ofArgument('weights_differ', 'Ballots whose weights have decimals cannot be drawn one by one.'),
    ]);
  const overvotes = oneOf('overvotes', ['exhaust', 'skip'], options.overvotes);
  if (!overvotes.ok) return overvotes;
  const skippedRanks = oneOf('skipped-ranks', ['skip', 'exhaust', 'exhaust-at-two'], options.skippedRanks);
  if (!skippedRanks.ok) return skippedRanks;
  const repeats = oneOf('repeats', ['skip', 'exhaust'], options.repeats);
  if (!repeats.ok) return repeats;
  const read = readPreferences(ballots, {
    overvotes: overvotes.value,
    skippedRanks: skippedRanks.value,
    repeats: repeats.value,
  });
  const groups = Array.from({ length: read.groups }, (_, group) => ({
    order: [...read.order.subarray(read.starts[group]!, read.starts[group + 1]!)],
    count: read.weights[group]!,
  }));
  return ok({ candidates: ballots.choices.length, groups });
};

/** Said, or counted under the same rules. */
const findWinner = (
  ballots: Ballots,
  { winner, overvotes, skippedRanks, repeats }: IrvOptions,
): Result<number, CommandProblem[]> => {
  if (winner !== undefined) {
    const choice = ballots.choices.findIndex(({ id, name }) => id === winner || name === winner);
    return choice >= 0 ? ok(choice) : err([ofArgument('unknown_choice', `${winner} is not on the ballots.`)]);
  }
  const report = findMethod('irv')?.count(ballots, { options: { overvotes, skippedRanks, repeats } });
  if (report?.ok !== true)
    return err(report?.error.map(({ code, message }) => ofArgument(code, message)) ?? []);
  const [elected] = report.value.outcome.elected;
  if (report.value.outcome.state === 'decided' && elected !== undefined) return ok(elected);
  return err([ofArgument('winner_missing', 'The count ends in a tie: say --winner <name>.')]);
};
