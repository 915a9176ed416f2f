import { choiceOf, overvotedRank, skippedRank } from '../ballots/ballots.ts';
import type { CountTask } from './counting-method.ts';

/** Who may be elected: all who stand, or nobody when no ballot names any of them. */
export const namedStanding = ({
  ballots,
  standing,
}: Pick<CountTask<unknown>, 'ballots' | 'standing'>): readonly number[] => {
  const stands = new Set(standing);
  const named = ballots.marks.some(
    (mark) => mark !== skippedRank && mark !== overvotedRank && stands.has(choiceOf(mark)),
  );
  return named ? standing : [];
};
