import { labelAt, voteField } from './ballot.ts';
import { findAll } from './check.ts';
import type { SheetInput } from './check-context.ts';
import { checkLabelled, isFigure } from './check-numbers.ts';
import { plausibilityChecks } from './checks.ts';
import type { Finding } from './finding.ts';
import type { LabelledFigure } from './labelled-figure.ts';
import type { SheetFigures } from './sheet-figures.ts';
import type { SheetSettings } from './sheet-settings.ts';

/**
 * Every rule from S05 on that a sheet breaks, in the order of SPEC.md; an empty list means a clean sheet.
 *
 * Where a figure is no count (S05 to S07) the later rules are silent: sums of such figures mean nothing.
 * Throws RangeError when there is not one vote figure per choice: `readVotes` prevents that.
 */
export const checkSheet = (input: SheetInput, settings: SheetSettings = {}): Finding[] => {
  const { ballot, figures } = input;
  if (figures.votes.length !== ballot.choices.length) {
    throw new RangeError(`${figures.votes.length} vote figures for ${ballot.choices.length} choices`);
  }
  if (!isSound(figures)) return checkLabelled(labelFigures(input));
  return findAll(plausibilityChecks, input, settings);
};

const isSound = ({ votes, rejected, cast, registered }: SheetFigures): boolean => {
  for (const count of votes) if (!isFigure(count)) return false;
  return isFigure(rejected) && isFigure(cast) && isFigure(registered);
};

const labelFigures = ({ ballot, figures }: SheetInput): LabelledFigure[] => {
  const { votes, rejected, cast, registered } = figures;
  return [
    ...votes.map((value, i) => ({ field: voteField(ballot, i), label: labelAt(ballot, i), value })),
    { field: 'rejected', label: 'rejected', value: rejected },
    { field: 'cast', label: 'cast', value: cast },
    { field: 'registered', label: 'registered', value: registered },
  ];
};
