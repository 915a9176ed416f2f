import { err, ok, type Result } from '@comitium/basics';
import type { AuditMeasureBody } from '@comitium/contract';
import {
  bravo,
  bravoRoundSize,
  countDiscrepancies,
  dilutedMargin,
  minervaContest,
  minervaRoundSize,
  stratified,
  superSimple,
  superSimpleSizeFromRates,
} from '@comitium/tally/audits';
import { type CommandProblem, ofArgument } from '../count/command-problem.ts';
import type { Asked, Finding, MeasureOptions } from './finding.ts';
import { measureBatches } from './measure-batches.ts';
import {
  readBallots,
  readRiskLimit,
  readStrata,
  readStrataBallots,
  readWhole,
} from './read-audit-arguments.ts';
import { type Contest, readContest, readVotes } from './read-contest.ts';
import { needed, readCompared } from './read-samples.ts';

type Measure = (asked: Asked) => Result<Finding, CommandProblem[]>;

/** The measured risk of a sample by one of the methods. */
export const measureRisk = (
  file: string,
  options: MeasureOptions,
): Result<AuditMeasureBody, CommandProblem[]> => {
  const method = methodNames.find((name) => name === options.method);
  if (method === undefined)
    return err([
      ofArgument(
        'unknown_method',
        `There is no method ${options.method}; there are ${methodNames.join(', ')}.`,
      ),
    ]);
  const limit = readRiskLimit(options.riskLimit);
  if (!limit.ok) return limit;
  const part = { batch: options.batches, stratified: options.strata ?? 'stratum' };
  const contest = readContest(file, {
    winners: options.winners,
    part: method === 'batch' || method === 'stratified' ? part[method] : undefined,
  });
  if (!contest.ok) return contest;
  const found = measures[method]({ contest: contest.value, riskLimit: limit.value, options });
  if (!found.ok) return found;
  const { choices } = contest.value;
  const { risks, drawn, unit, more, population, discrepancies } = found.value;
  const risk = Math.max(...risks.map(({ pValue }) => pValue));
  const confirmed = risk <= limit.value;
  const hopeless = more !== null && drawn + more >= population;
  return ok({
    version: 1,
    kind: 'measure',
    method,
    riskLimit: limit.value,
    risk,
    pairs: risks.map(({ winner, loser, pValue }) => ({
      winner: choices[winner]!,
      loser: choices[loser]!,
      risk: pValue,
    })),
    state: confirmed ? 'confirmed' : hopeless ? 'full-count' : 'go-on',
    drawn,
    unit,
    more: confirmed || hopeless ? null : more,
    discrepancies,
  });
};

/** With what chance the next round is to confirm. */
const nextChance = 0.9;

const measureBravo: Measure = ({ contest, riskLimit, options }) => {
  const polled = readPolled(contest, options);
  if (!polled.ok) return polled;
  const { ballots, rounds, papers } = polled.value;
  const sample = contest.choices.map((_, choice) => rounds.reduce((sum, votes) => sum + votes[choice]!, 0));
  const plan = { ballots, riskLimit, sample, chance: nextChance };
  return ok({
    risks: bravo(contest, sample),
    drawn: papers,
    unit: 'ballots',
    population: ballots,
    discrepancies: null,
    more: bravoRoundSize(contest, plan),
  });
};

const measureMinerva: Measure = ({ contest, riskLimit, options }) => {
  const polled = readPolled(contest, options);
  if (!polled.ok) return polled;
  const { ballots, rounds, papers } = polled.value;
  const plan = { ballots, riskLimit, chance: nextChance, rounds };
  return ok({
    risks: minervaContest(contest, rounds, { riskLimit }),
    drawn: papers,
    unit: 'ballots',
    population: ballots,
    discrepancies: null,
    more: minervaRoundSize(contest, plan),
  });
};

interface Polled {
  /** Papers cast. */
  readonly ballots: number;
  /** Votes that the drawn papers show, round by round. */
  readonly rounds: readonly (readonly number[])[];
  /** Papers drawn. */
  readonly papers: number;
}

const readPolled = (contest: Contest, options: MeasureOptions): Result<Polled, CommandProblem[]> => {
  const ballots = readBallots(options, contest);
  if (!ballots.ok) return ballots;
  const rounds = readRounds(contest, options);
  if (!rounds.ok) return rounds;
  const papers = readPapers(rounds.value, options);
  if (!papers.ok) return papers;
  return ok({ ballots: ballots.value, rounds: rounds.value, papers: papers.value });
};

/** Votes that the sample shows, by rounds; one round without a column of them. */
const readRounds = (
  { choices }: Contest,
  { sample, rounds }: MeasureOptions,
): Result<(readonly number[])[], CommandProblem[]> => {
  const path = needed(sample, 'Polling needs --sample <file> with the votes that the drawn papers show.');
  if (!path.ok) return path;
  const read = readVotes(path.value, { part: rounds, choices });
  return read.ok ? ok(read.value.parts.map(({ votes }) => votes)) : read;
};

/** Papers drawn for polling: said, or as many as there are votes. */
const readPapers = (
  rounds: readonly (readonly number[])[],
  { papers }: MeasureOptions,
): Result<number, CommandProblem[]> => {
  const votes = rounds.flat().reduce((sum, one) => sum + one, 0);
  return papers === undefined ? ok(votes) : readWhole('papers', papers, votes);
};

const measureComparison: Measure = ({ contest, riskLimit, options }) => {
  const ballots = readBallots(options, contest);
  if (!ballots.ok) return ballots;
  const path = needed(options.compared, 'A comparison needs --compared <file> with record and hand.');
  if (!path.ok) return path;
  const compared = readCompared(path.value, contest.choices);
  if (!compared.ok) return compared;
  const drawn = compared.value.reduce((sum, { times = 1 }) => sum + times, 0);
  const found = countDiscrepancies(contest.pairs, compared.value);
  const margin = dilutedMargin([contest], ballots.value);
  const pValue = superSimple({ margin }, drawn, found);
  const rates = {
    over1: found.over1 / drawn,
    over2: found.over2 / drawn,
    under1: found.under1 / drawn,
    under2: found.under2 / drawn,
  };
  const size = superSimpleSizeFromRates({ margin }, { riskLimit, rates, ballots: ballots.value });
  return ok({
    risks: contest.pairs.slice(0, 1).map((pair) => ({ ...pair, pValue })),
    drawn,
    unit: 'ballots',
    population: ballots.value,
    more: Math.max(1, size - drawn),
    discrepancies: found,
  });
};

const measureStratified: Measure = ({ contest, options }) => {
  const ballots = readStrataBallots(options.strataBallots);
  if (!ballots.ok) return ballots;
  const votes = readStrata(contest, ballots.value);
  if (!votes.ok) return votes;
  const path = needed(options.compared, 'The compared stratum needs --compared <file> with record and hand.');
  if (!path.ok) return path;
  const compared = readCompared(path.value, contest.choices);
  if (!compared.ok) return compared;
  const rounds = readRounds(contest, { ...options, rounds: undefined });
  if (!rounds.ok) return rounds;
  const [sample = []] = rounds.value;
  const drawn = compared.value.reduce((sum, { times = 1 }) => sum + times, 0);
  const papers = readPapers(rounds.value, options);
  if (!papers.ok) return papers;
  const risks = contest.pairs.map((pair) => {
    const stratum = (name: 'compared' | 'polled') => ({
      ballots: ballots.value[name],
      winner: votes.value[name][pair.winner]!,
      loser: votes.value[name][pair.loser]!,
    });
    const [winner, loser] = [sample[pair.winner]!, sample[pair.loser]!];
    const pValue = stratified({
      compared: { ...stratum('compared'), drawn, found: countDiscrepancies([pair], compared.value) },
      polled: { ...stratum('polled'), sample: { winner, loser, other: papers.value - winner - loser } },
    });
    return { ...pair, pValue };
  });
  return ok({
    risks,
    drawn: drawn + papers.value,
    unit: 'ballots',
    more: null,
    population: ballots.value.compared + ballots.value.polled,
    discrepancies: countDiscrepancies(contest.pairs, compared.value),
  });
};

const methodNames = ['bravo', 'minerva', 'comparison', 'batch', 'stratified'] as const;

const measures: Readonly<Record<(typeof methodNames)[number], Measure>> = {
  bravo: measureBravo,
  minerva: measureMinerva,
  comparison: measureComparison,
  batch: measureBatches,
  stratified: measureStratified,
};
