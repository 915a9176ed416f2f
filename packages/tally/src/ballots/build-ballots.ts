import { createBallotReader, readRanks, readScores } from './ballot-reader.ts';
import type { BallotRefusal } from './ballot-refusal.ts';
import { type BallotForm, type Ballots, type Choice, mostChoices, type ScoreScale } from './ballots.ts';
import { createGroupTable } from './group-table.ts';
import { createWeightColumn, oneVote, type Weight } from './weight-column.ts';

/** Takes ballots one by one, groups identical ones, and gives them as typed arrays. */
export interface BallotsBuilder {
  /** Adds a line to the ballot paper and gives its number. Throws RangeError beyond `mostChoices` and on an id that is taken. */
  readonly addChoice: (choice: NewChoice) => number;
  /** Withdraws a choice that was added before. */
  readonly withdraw: (choice: number) => void;
  /** Adds one ballot, or `weight` like it. Null when taken, else why it was refused; a refused ballot changes nothing. */
  readonly add: (ballot: NewBallot) => BallotRefusal | null;
  readonly build: () => Ballots;
}

/** A choice with whatever is known; `name` alone is enough. The id is by default the number on the paper, from 1. */
export type NewChoice = Partial<Choice> & Pick<Choice, 'name'>;

export interface NewBallot {
  /** Marks as `Ballots` describes them; `marksOf` writes them from ranks. In form `score` every mark is simply a choice, in any order. */
  readonly marks: ArrayLike<number>;
  /** Form `score`: the score of each mark. */
  readonly scores?: ArrayLike<number> | undefined;
  /** Form `score`: the marks are ranks too, so that equal scores need not be equal ranks; scores must not rise along them. */
  readonly ordered?: boolean | undefined;
  /** Default one vote; a number is a whole number of votes. */
  readonly weight?: Weight | number | undefined;
}

export interface BallotsPlan {
  readonly form: BallotForm;
  /** Form `score`: what may be given. */
  readonly scale?: ScoreScale | undefined;
  /** Lines of the paper that are known from the start. */
  readonly choices?: readonly NewChoice[];
  /** A choice at two ranks of one ballot: kept as a trait (default), or the ballot is refused, for files where it is a mistake. */
  readonly repeats?: 'keep' | 'refuse';
  /** Keeps the order in which the ballots come, for counts that ask for it, and groups none of them; default false. */
  readonly inOrder?: boolean | undefined;
}

export const createBallotsBuilder = ({
  form,
  scale,
  choices = [],
  repeats = 'keep',
  inOrder = false,
}: BallotsPlan): BallotsBuilder => {
  if ((form === 'score') !== (scale !== undefined))
    throw new RangeError('a scale belongs to form score alone');
  const paper = createPaper(choices);
  const table = createGroupTable(form === 'score', inOrder);
  const weights = createWeightColumn();
  const reader = createBallotReader(form === 'score', repeats === 'refuse');

  const read = ({ marks, scores = [], ordered = false }: NewBallot): BallotRefusal | null => {
    const known = paper.choices.length;
    if (scale === undefined) return readRanks(reader, marks, known);
    return readScores(reader, { marks, scores, ordered }, { choices: known, min: scale.min, max: scale.max });
  };

  return {
    addChoice: paper.add,
    withdraw: paper.withdraw,
    add(ballot) {
      const weight = weightOf(ballot);
      const heavy = weights.refusal(weight);
      if (heavy !== null) return { code: heavy, choice: null };
      const refusal = read(ballot);
      if (refusal !== null) return refusal;
      weights.add(table.groupOf(reader.row), weight);
      return null;
    },
    build() {
      const rows = table.rows();
      return {
        form,
        choices: [...paper.choices],
        ...rows,
        scale: scale ?? null,
        ...weights.rows(rows.groups),
        traits: { ...reader.traits },
        ...(inOrder ? { inOrder } : {}),
      };
    },
  };
};

const weightOf = ({ weight = oneVote }: NewBallot): Weight =>
  typeof weight === 'number' ? { units: weight, places: 0 } : weight;

const createPaper = (known: readonly NewChoice[]) => {
  const choices: Choice[] = [];
  const ids = new Set<string>();
  const add = (choice: NewChoice): number => {
    const id = choice.id ?? String(choices.length + 1);
    if (choices.length >= mostChoices) throw new RangeError(`more than ${mostChoices} choices`);
    if (ids.has(id)) throw new RangeError(`two choices have the id ${id}`);
    ids.add(id);
    choices.push({ party: null, withdrawn: false, writeIn: 'no', ...choice, id });
    return choices.length - 1;
  };
  const withdraw = (choice: number): void => {
    const found = choices[choice];
    if (found === undefined) throw new RangeError(`no choice ${choice}`);
    choices[choice] = { ...found, withdrawn: true };
  };
  for (const choice of known) add(choice);
  return { choices, add, withdraw };
};
