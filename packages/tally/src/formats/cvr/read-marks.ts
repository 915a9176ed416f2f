import { overvotedRank, skippedRank } from '../../ballots/ballots.ts';
import { marksOf, type Rank } from '../../ballots/ranks.ts';
import type { Place, ProblemList } from '../file-problem.ts';
import { itemsOf, type JsonNode, memberOf, numberOf, textOf } from './json-node.ts';

/** What one record says in a contest. */
export interface CvrMarks {
  readonly marks: readonly number[];
  /** Whether its positions have ranks; null for a record without marks. */
  readonly ranked: boolean | null;
}

export interface MarksContext {
  readonly problems: ProblemList;
  /** The number of a selection, or of the undeclared write-ins for undefined. */
  readonly choiceOf: (selection: string | undefined, place: Place) => number | null;
}

/** The highest rank that a record may give: far above any paper, far below what would fill the memory. */
const highestRank = 1000;

/** Reads the selections of one contest of one record; null when something was reported. */
export const readMarks = (contest: JsonNode, { problems, choiceOf }: MarksContext): CvrMarks | null => {
  const counted: number[][] = [];
  const refused: number[] = [];
  let ranked: boolean | null = null;
  let fine = true;
  const report: ProblemList['add'] = (code, place, message) => {
    problems.add(code, place, message);
    fine = false;
  };
  for (const selection of itemsOf(contest, 'CVRContestSelection')) {
    for (const position of positionsOf(selection)) {
      const rank = numberOf(position, 'Rank') ?? numberOf(selection, 'Rank');
      const verdict = verdictOf(position, { ranked: rank !== undefined, open: needsAdjudication(selection) });
      if (verdict === 'none') continue;
      if (verdict === 'undecided')
        report('mark_undecided', position, 'It is not decided whether this mark counts.');
      if (
        (numberOf(position, 'NumberVotes') ?? 1) !== 1 ||
        memberOf(position, 'FractionalVotes') !== undefined
      )
        report('not_supported', position, 'Several votes, or a part of one, in one position.');
      if (ranked !== null && ranked !== (rank !== undefined))
        report('not_supported', position, 'Positions with and without a rank on one ballot.');
      ranked = rank !== undefined;
      const at = (rank ?? 1) - 1;
      if (!Number.isInteger(at) || at < 0 || at >= highestRank) {
        report('number_invalid', position, `A rank is a whole number from 1 to ${highestRank}.`);
        continue;
      }
      while (counted.length <= at) counted.push([]);
      const choice = choiceOf(textOf(selection, 'ContestSelectionId'), selection);
      if (verdict === 'refused') refused[at] = (refused[at] ?? 0) + 1;
      else if (choice === null) fine = false;
      else if (counted[at]!.includes(choice))
        report('repeated_choice', position, 'A choice is marked twice in one rank.');
      else counted[at]!.push(choice);
    }
  }
  return fine ? { marks: marksOf(ranksFrom(counted, refused)), ranked } : null;
};

const ranksFrom = (counted: readonly (readonly number[])[], refused: readonly number[]): Rank[] =>
  counted.map((choices, at) => (choices.length === 0 && (refused[at] ?? 0) > 1 ? 'overvote' : choices));

/** Version 1 keeps marks in positions; drafts before it had indications, or nothing at all below a selection. */
const positionsOf = (selection: JsonNode): readonly JsonNode[] => {
  const positions = [
    ...itemsOf(selection, 'SelectionPosition'),
    ...itemsOf(selection, 'SelectionIndication'),
  ];
  return positions.length > 0 ? positions : [selection];
};

interface Beside {
  readonly ranked: boolean;
  /** Somebody has still to look at the selection. */
  readonly open: boolean;
}

/**
 * Whether a position is a vote: `refused` marks are there and do not count. A ranking whose allocation is unknown counts: to
 * whom it is allocated is what the count of rankings decides.
 */
const verdictOf = (
  position: JsonNode,
  { ranked, open }: Beside,
): 'counts' | 'refused' | 'undecided' | 'none' => {
  const allocable = textOf(position, 'IsAllocable');
  const indication = textOf(position, 'HasIndication');
  if (indication === 'no') return 'none';
  if (allocable === 'no') return 'refused';
  if (allocable === 'yes') return 'counts';
  return open || indication === 'unknown' || (allocable === 'unknown' && !ranked) ? 'undecided' : 'counts';
};

const needsAdjudication = (selection: JsonNode): boolean =>
  itemsOf(selection, 'Status').some((node) => node.kind === 'value' && node.value === 'needs-adjudication');

/** Marks with their choices in another order of the paper. */
export const renumber = (marks: ArrayLike<number>, numbers: readonly number[]): number[] =>
  Array.from(marks, (mark) => {
    if (mark === skippedRank || mark === overvotedRank) return mark;
    return mark < 0 ? ~numbers[~mark]! : numbers[mark]!;
  });
