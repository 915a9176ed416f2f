import type { Contest } from '@comitium/contract';
import type { Figures } from '../../../data/sheets/figures-draft.ts';

export interface ComparedRow {
  /** A choice's code, or `rejected`, `cast`, `registered`. */
  readonly key: string;
  readonly choice: string | null;
  readonly ours: number;
  readonly theirs: number | null;
  readonly differs: boolean;
}

/** Two sheets of the same contest, figure by figure in ballot order. */
export const compareSheets = (contest: Contest, ours: Figures, theirs: Figures): readonly ComparedRow[] => {
  const row = (
    key: string,
    choice: string | null,
    [own, other]: readonly [number, number | null],
  ): ComparedRow => ({
    key,
    choice,
    ours: own,
    theirs: other,
    differs: own !== other,
  });
  return [
    ...contest.choices.map(({ code, name }) =>
      row(`votes.${code}`, name, [ours.votes[code] ?? 0, theirs.votes[code] ?? null]),
    ),
    row('rejected', null, [ours.rejected, theirs.rejected]),
    row('cast', null, [ours.cast, theirs.cast]),
    row('registered', null, [ours.registered, theirs.registered]),
  ];
};
