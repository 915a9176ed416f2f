import type { IrvAssertion } from './irv-assertions.ts';
import type { Discrepancies } from './super-simple.ts';

/** What a ballot, its choices best first, says of a statement: 1 for its winner, −1 for its loser, 0 for neither. */
export const leadOn = (statement: IrvAssertion, order: readonly number[]): -1 | 0 | 1 => {
  const { winner, loser } = statement;
  if (statement.kind === 'not-excluded-next') {
    const first = order.find((one) => statement.standing.includes(one));
    return first === winner ? 1 : first === loser ? -1 : 0;
  }
  if (order[0] === winner) return 1;
  return order.find((one) => one === winner || one === loser) === loser ? -1 : 0;
};

/** A ranked ballot of an audit: as recorded and as people read it, best first; null where there is no record, or no paper. */
export interface RankedPaper {
  readonly record: readonly number[] | null;
  readonly hand: readonly number[] | null;
  readonly times: number;
}

/** Discrepancies of a statement: the lead on it that the record gives less the one that the hand finds; a missing paper or record is 2. */
export const statementDiscrepancies = (
  statement: IrvAssertion,
  papers: readonly RankedPaper[],
): Discrepancies => {
  const found = { over1: 0, over2: 0, under1: 0, under2: 0 };
  for (const { record, hand, times } of papers) {
    const by = record === null || hand === null ? 2 : leadOn(statement, record) - leadOn(statement, hand);
    if (by === 2) found.over2 += times;
    else if (by === 1) found.over1 += times;
    else if (by === -1) found.under1 += times;
    else if (by === -2) found.under2 += times;
  }
  return found;
};

/** Papers that speak for the winner and for the loser of a statement. A paper that is missing speaks for the loser, to be safe. */
export const statementSample = (
  statement: IrvAssertion,
  papers: readonly RankedPaper[],
): readonly [forWinner: number, forLoser: number] => {
  let [forWinner, forLoser] = [0, 0];
  for (const { hand, times } of papers) {
    const lead = hand === null ? -1 : leadOn(statement, hand);
    if (lead === 1) forWinner += times;
    else if (lead === -1) forLoser += times;
  }
  return [forWinner, forLoser];
};
