import type { CountedRow } from './race-count.ts';
import { figureNames, type StoredTotals } from './stored-totals.ts';

/** A figure that is not what the sheets add up to. */
export interface FigureDifference {
  readonly figure: string;
  readonly stored: number;
  readonly counted: number;
}

export interface StoredRow {
  readonly totals: StoredTotals;
  readonly at: number;
}

/** Whether a stored total is the counted one, figure by figure; most are, and no object is made for those. */
export const agrees = (
  { width, votes, figures }: StoredTotals,
  at: number,
  { fold, at: area }: CountedRow,
): boolean => {
  if (fold.width !== width + 1) return false;
  const from = area * fold.width;
  for (let choice = 0; choice < width; choice++) {
    if (votes[at * width + choice] !== fold.votes[from + choice]) return false;
  }
  const first = at * figureNames.length;
  return (
    figures[first] === fold.rejected[area] &&
    figures[first + 1] === fold.cast[area] &&
    figures[first + 2] === fold.registered[area] &&
    figures[first + 3] === fold.votes[from + width] &&
    figures[first + 4] === fold.stations[area]
  );
};

/** The figures in which the two differ; one that is missing is all zeros. */
export const differingFigures = (
  stored: StoredRow | null,
  counted: CountedRow | null,
): FigureDifference[] => {
  const storedVotes = stored === null ? [] : votesOf(stored);
  const { votes: countedVotes, figures: countedFigures } =
    counted === null ? { votes: [], figures: [] } : figuresOf(counted);
  const first = (stored?.at ?? 0) * figureNames.length;
  const width = Math.max(storedVotes.length, countedVotes.length);
  return [
    ...Array.from({ length: width }, (_, at) => ({
      figure: `votes.${at}`,
      stored: storedVotes[at] ?? 0,
      counted: countedVotes[at] ?? 0,
    })),
    ...figureNames.map((figure, at) => ({
      figure,
      stored: stored?.totals.figures[first + at] ?? 0,
      counted: countedFigures[at] ?? 0,
    })),
  ].filter((one) => one.stored !== one.counted);
};

const votesOf = ({ totals: { votes, width }, at }: StoredRow): number[] => [
  ...votes.subarray(at * width, (at + 1) * width),
];

const figuresOf = ({ fold, at }: CountedRow): { votes: number[]; figures: number[] } => {
  const votes = [...fold.votes.subarray(at * fold.width, (at + 1) * fold.width)];
  const onRegister = votes.pop() ?? 0;
  const { rejected, cast, registered, stations } = fold;
  const figures = [rejected, cast, registered].map((column) => column[at] ?? 0);
  return { votes, figures: [...figures, onRegister, stations[at] ?? 0] };
};
