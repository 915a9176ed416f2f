import type { Contest, SheetRevision } from '@comitium/contract';

type Figures = Pick<SheetRevision, 'votes' | 'rejected' | 'cast' | 'registered'>;

export interface FigureChange {
  /** A choice's code, or `rejected`, `cast`, `registered`. */
  readonly key: string;
  /** The choice's name; null for the other figures. */
  readonly choice: string | null;
  readonly before: number;
  readonly after: number;
}

/** What one set of figures changed of another, in ballot order. */
export const differencesOf = (contest: Contest, before: Figures, after: Figures): readonly FigureChange[] => {
  const votes = contest.choices.map(({ code, name }) => ({
    key: code,
    choice: name,
    before: before.votes[code] ?? 0,
    after: after.votes[code] ?? 0,
  }));
  const others = (['rejected', 'cast', 'registered'] as const).map((key) => ({
    key,
    choice: null,
    before: before[key],
    after: after[key],
  }));
  return [...votes, ...others].filter((change) => change.before !== change.after);
};
