import { err, ok, type Result } from '@comitium/basics';
import type { AuditIrvBody } from '@comitium/contract';
import {
  bravoSampleSize,
  type IrvAssertion,
  type RankedBallots,
  type RankedPaper,
  raire,
  superSimpleSizeFromRates,
} from '@comitium/tally/audits';
import { type Ballots, readPreferences } from '@comitium/tally/ballots';
import { findMethod } from '@comitium/tally/methods';
import { type CommandProblem, ofArgument } from '../count/command-problem.ts';
import { type BallotFileOptions, readBallotFile } from '../count/read-ballot-file.ts';
import { drawnOf, type IrvAsked, measureStatement, readSample } from './measure-irv.ts';
import { readRiskLimit, readWhole } from './read-audit-arguments.ts';

export interface IrvOptions extends BallotFileOptions {
  readonly riskLimit: string;
  readonly winner?: string | undefined;
  readonly method: string;
  readonly ballots?: string | undefined;
  readonly sample?: string | undefined;
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
  const asked: IrvAsked = { method, ballots: ballots.value, riskLimit: limit.value };
  const { choices } = read.value.ballots;
  const papers = readSample(
    options.sample,
    choices.map(({ name }) => name),
    asked,
  );
  if (!papers.ok) return papers;
  const found = raire(ranked.value, winner.value, {
    difficulty: method === 'bravo' ? createSizes(asked) : undefined,
    onProgress: (sets) => progress(() => `proving: ${sets} sets of candidates`),
  });
  const nameOf = (choice: number): string => choices[choice]!.name;
  const head: Pick<AuditIrvBody, Head> = {
    version: 1,
    kind: 'irv',
    ballots: ballots.value,
    winner: nameOf(winner.value),
    method,
    riskLimit: limit.value,
    drawn: papers.value === null ? null : drawnOf(papers.value),
  };
  return ok(
    found.ok
      ? { ...head, ...outcomeOf(found.value, { asked, nameOf, papers: papers.value }) }
      : { ...head, ...hopeless, open: found.error.order.map(nameOf) },
  );
};

type Head = 'version' | 'kind' | 'ballots' | 'winner' | 'method' | 'riskLimit' | 'drawn';

type Outcome = Pick<AuditIrvBody, 'state' | 'statements' | 'size' | 'risk' | 'more' | 'open'>;

const hopeless: Omit<Outcome, 'open'> = {
  state: 'full-count',
  statements: [],
  size: null,
  risk: null,
  more: null,
};

/** What is to be audited, and with a sample how far it has come. */
const outcomeOf = (
  found: readonly IrvAssertion[],
  {
    asked,
    nameOf,
    papers,
  }: {
    readonly asked: IrvAsked;
    readonly nameOf: (choice: number) => string;
    readonly papers: readonly RankedPaper[] | null;
  },
): Outcome => {
  const sizeOf = createSizes(asked);
  const measured = found.map((one) => (papers === null ? null : measureStatement(one, papers, asked)));
  const statements = found.map((one, at) => ({
    ...statementOf(one, nameOf, sizeOf),
    risk: measured[at]?.risk ?? null,
  }));
  const size = Math.max(0, ...statements.map((one) => one.size));
  const plan = { statements, open: null, size: size < asked.ballots ? size : null };
  if (papers === null)
    return { ...plan, state: plan.size === null ? 'full-count' : 'provable', risk: null, more: null };
  const risk = Math.max(0, ...measured.map((one) => one?.risk ?? 0));
  const more = Math.max(0, ...measured.map((one) => one?.more ?? 0));
  if (risk <= asked.riskLimit) return { ...plan, state: 'confirmed', risk, more: null };
  const all = drawnOf(papers) + more >= asked.ballots;
  return { ...plan, state: all ? 'full-count' : 'go-on', risk, more: all ? null : more };
};

type Sizes = (forWinner: number, forLoser: number) => number;

const createSizes = ({ method, ballots, riskLimit }: IrvAsked): Sizes =>
  method === 'bravo'
    ? (forWinner, forLoser) => bravoSampleSize({ votes: [forWinner, forLoser] }, { ballots, riskLimit })
    : (forWinner, forLoser) =>
        superSimpleSizeFromRates({ margin: (forWinner - forLoser) / ballots }, { riskLimit, ballots });

const statementOf = (
  one: IrvAssertion,
  nameOf: (choice: number) => string,
  sizeOf: Sizes,
): Omit<AuditIrvBody['statements'][number], 'risk'> => ({
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
