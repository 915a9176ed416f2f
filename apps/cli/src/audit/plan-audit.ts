import { err, ok, type Result } from '@comitium/basics';
import type { AuditPlanBody } from '@comitium/contract';
import {
  batchSampleSize,
  bravoRoundSize,
  bravoSampleSize,
  dilutedMargin,
  errorBounds,
  minervaRoundSize,
  stratifiedSampleSize,
  superSimpleSampleSize,
  superSimpleSizeFromRates,
} from '@comitium/tally/audits';
import { type CommandProblem, ofArgument } from '../count/command-problem.ts';
import {
  type BallotsOptions,
  readBallots,
  readRiskLimit,
  readStrata,
  readStrataBallots,
} from './read-audit-arguments.ts';
import { type Contest, readContest } from './read-contest.ts';
import { type Manifest, readManifest } from './read-manifest.ts';

export interface PlanOptions extends BallotsOptions {
  readonly riskLimit: string;
  readonly winners?: string | undefined;
  readonly batches?: string | undefined;
  readonly strata?: string | undefined;
  readonly strataBallots?: string | undefined;
}

type Size = AuditPlanBody['sizes'][number];

/** Sizes of samples for every kind of audit that the files allow. */
export const planAudit = (file: string, options: PlanOptions): Result<AuditPlanBody, CommandProblem[]> => {
  const limit = readRiskLimit(options.riskLimit);
  if (!limit.ok) return limit;
  const contest = readContest(file, { winners: options.winners, part: options.batches ?? options.strata });
  if (!contest.ok) return contest;
  const strata = options.strata === undefined ? null : readStrataBallots(options.strataBallots);
  if (strata?.ok === false) return strata;
  const ballots =
    strata === null ? readBallots(options, contest.value) : ok(strata.value.compared + strata.value.polled);
  if (!ballots.ok) return ballots;
  const asked = { contest: contest.value, ballots: ballots.value, riskLimit: limit.value };
  const divided = dividedSizes(asked, options);
  if (!divided.ok) return divided;
  const { choices, votes, pairs } = contest.value;
  const { winner, loser } = pairs[0]!;
  return ok({
    version: 1,
    kind: 'plan',
    riskLimit: limit.value,
    ballots: ballots.value,
    winners: [...new Set(pairs.map((pair) => choices[pair.winner]!))],
    closest: { winner: choices[winner]!, loser: choices[loser]!, votes: votes[winner]! - votes[loser]! },
    sizes: [...pollingSizes(asked), ...comparisonSizes(asked), ...divided.value],
  });
};

interface Asked {
  readonly contest: Contest;
  readonly ballots: number;
  readonly riskLimit: number;
}

const chances = [0.7, 0.8, 0.9];

/** What sizes have in common; null instead of a sample that is no smaller than everything. */
const sizeOf = (
  ballots: number,
  size: number,
  more: Pick<Size, 'method' | 'meaning'> & Partial<Size>,
): Size => ({
  chance: null,
  unit: 'ballots',
  strata: null,
  ...more,
  size: size < ballots ? size : null,
});

const pollingSizes = ({ contest, ballots, riskLimit }: Asked): Size[] => [
  sizeOf(ballots, bravoSampleSize(contest, { ballots, riskLimit }), { method: 'bravo', meaning: 'average' }),
  ...chances.map((chance) =>
    sizeOf(ballots, bravoRoundSize(contest, { ballots, riskLimit, chance }), {
      method: 'bravo',
      meaning: 'chance',
      chance,
    }),
  ),
  ...chances.map((chance) =>
    sizeOf(ballots, minervaRoundSize(contest, { ballots, riskLimit, chance }), {
      method: 'minerva',
      meaning: 'chance',
      chance,
    }),
  ),
];

const comparisonSizes = ({ contest, ballots, riskLimit }: Asked): Size[] => {
  const margin = dilutedMargin([contest], ballots);
  const expected = { over1: 0, over2: 0, under1: 0, under2: 0 };
  return [
    sizeOf(ballots, superSimpleSampleSize({ margin }, { riskLimit, expected }), {
      method: 'comparison',
      meaning: 'no-errors',
    }),
    sizeOf(ballots, superSimpleSizeFromRates({ margin }, { riskLimit, ballots }), {
      method: 'comparison',
      meaning: 'usual-errors',
    }),
  ];
};

const dividedSizes = (asked: Asked, options: PlanOptions): Result<Size[], CommandProblem[]> => {
  if (options.batches !== undefined) return batchSizes(asked, options.manifest);
  if (options.strata !== undefined) return strataSizes(asked, options.strataBallots);
  return ok([]);
};

const batchSizes = (
  { contest, riskLimit }: Asked,
  manifest: string | undefined,
): Result<Size[], CommandProblem[]> => {
  const bounds = readBounds(contest, manifest);
  if (!bounds.ok) return bounds;
  const size = batchSampleSize(bounds.value.bounds, { riskLimit });
  return ok([
    sizeOf(bounds.value.bounds.length, size, { method: 'batch', meaning: 'no-errors', unit: 'batches' }),
  ]);
};

/** The error bounds of batches: their reported votes from the result, their papers from the manifest. */
export const readBounds = (
  contest: Contest,
  path: string | undefined,
): Result<{ readonly manifest: Manifest; readonly bounds: number[] }, CommandProblem[]> => {
  if (path === undefined)
    return err([ofArgument('manifest_missing', 'Batches need --manifest <file> with the papers of each.')]);
  const manifest = readManifest(path);
  if (!manifest.ok) return manifest;
  const { batches } = manifest.value;
  const problems = contest.parts
    .filter(({ name }) => !batches.some((batch) => batch.name === name))
    .map(({ name }) => ofArgument('unknown_batch', `The batch ${name} is not in the manifest.`));
  if (problems.length > 0) return err(problems);
  const votes = batches.map(
    ({ name }) => contest.parts.find((part) => part.name === name)?.votes ?? contest.choices.map(() => 0),
  );
  const sizes = batches.map(({ ballots }) => ballots);
  return ok({ manifest: manifest.value, bounds: errorBounds([{ ...contest, batches: votes }], sizes) });
};

const strataSizes = (
  { contest, riskLimit, ballots }: Asked,
  text: string | undefined,
): Result<Size[], CommandProblem[]> => {
  const papers = readStrataBallots(text);
  if (!papers.ok) return papers;
  const votes = readStrata(contest, papers.value);
  if (!votes.ok) return votes;
  const sizes = contest.pairs.map(({ winner, loser }) => {
    const stratum = (name: 'compared' | 'polled') => ({
      ballots: papers.value[name],
      winner: votes.value[name][winner]!,
      loser: votes.value[name][loser]!,
    });
    return stratifiedSampleSize({ compared: stratum('compared'), polled: stratum('polled') }, riskLimit);
  });
  const most = sizes.reduce((a, b) => (a === null || b === null ? null : b.compared > a.compared ? b : a));
  return ok([
    sizeOf(ballots, most === null ? ballots : most.compared + most.polled, {
      method: 'stratified',
      meaning: 'no-errors',
      strata: most,
    }),
  ]);
};
