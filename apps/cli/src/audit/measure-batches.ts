import { err, ok, type Result } from '@comitium/basics';
import { batchComparison, batchSampleSize, type DrawnBatch, overstatement } from '@comitium/tally/audits';
import { type CommandProblem, ofArgument } from '../count/command-problem.ts';
import type { Asked, Finding } from './finding.ts';
import { readBounds } from './plan-audit.ts';
import { readVotes } from './read-contest.ts';
import { needed, readDraws } from './read-samples.ts';

/** The risk of batches that were drawn and counted by hand: every drawn batch must have been counted, whole. */
export const measureBatches = ({ contest, riskLimit, options }: Asked): Result<Finding, CommandProblem[]> => {
  const read = readBounds(contest, options.manifest);
  if (!read.ok) return read;
  const { manifest, bounds } = read.value;
  const names = manifest.batches.map(({ name }) => name);
  const draws = needed(options.draws, 'Batches need --draws <file>, as audit draw --csv writes it.');
  if (!draws.ok) return draws;
  const drawn = readDraws(draws.value, names);
  if (!drawn.ok) return drawn;
  const sample = needed(options.sample, 'Batches need --sample <file> with the votes counted by hand.');
  if (!sample.ok) return sample;
  const counted = readVotes(sample.value, { part: options.batches, choices: contest.choices });
  if (!counted.ok) return counted;
  const votes = names.map(
    (name) => contest.parts.find((part) => part.name === name)?.votes ?? contest.choices.map(() => 0),
  );
  const missing = new Set<string>();
  const found = drawn.value.map((batch): DrawnBatch => {
    const hand = counted.value.parts.find(({ name }) => name === names[batch]);
    if (hand === undefined) missing.add(names[batch]!);
    const whole = [{ ...contest, batches: votes }];
    return { batch, overstatement: hand ? overstatement(whole, { batch, counted: [hand.votes] }) : 0 };
  });
  const problems = [
    ...[...missing].map((name) =>
      ofArgument('batch_not_counted', `The batch ${name} was drawn but not counted.`),
    ),
    ...found
      .filter(({ batch, overstatement: by }) => by > bounds[batch]!)
      .map(({ batch }) =>
        ofArgument('batch_impossible', `${names[batch]} holds more votes than its papers allow.`),
      ),
  ];
  if (problems.length > 0) return err(problems);
  const [closest] = contest.pairs;
  return ok({
    risks:
      closest === undefined
        ? []
        : [{ ...closest, pValue: batchComparison(bounds, found, { gains: 'ignored' }) }],
    drawn: found.length,
    unit: 'batches',
    more: moreBatches(bounds, found, riskLimit),
    population: names.length,
    discrepancies: null,
  });
};

/** Further draws that do if nothing more is found: from the risk as it is, by the same product. */
const moreBatches = (bounds: readonly number[], found: readonly DrawnBatch[], riskLimit: number): number => {
  const risk = batchComparison(bounds, found, { gains: 'ignored' });
  const goal = Math.min(0.999_999, riskLimit / risk);
  return Math.max(1, batchSampleSize(bounds, { riskLimit: goal }));
};
