import type { DemoSheet } from './nation.ts';
import type { Random } from './random.ts';

/** Votes of the strongest choice written beside the next one: the sums still agree, so only a person can notice. */
export const miscopyVotes = (sheet: DemoSheet, random: Random): DemoSheet => {
  const [first, second] = Object.entries(sheet.votes).sort(([, a], [, b]) => b - a);
  if (first === undefined || second === undefined || first[1] === 0)
    throw new Error(`${sheet.station} has no vote to miscopy`);
  const moved = Math.min(first[1], 10 * (1 + random.integer(5)));
  return {
    ...sheet,
    votes: { ...sheet.votes, [first[0]]: first[1] - moved, [second[0]]: second[1] + moved },
  };
};

/** Cast ballots read a few too low: votes and rejected ballots no longer add up to them, and nothing else is wrong. */
export const misreadCast = (sheet: DemoSheet, random: Random): DemoSheet => {
  if (sheet.cast === 0) throw new Error(`${sheet.station} has no ballot to misread`);
  return { ...sheet, cast: sheet.cast - 1 - random.integer(Math.min(9, sheet.cast)) };
};
