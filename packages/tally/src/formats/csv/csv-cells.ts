import { beside, mostChoices, overvotedRank, skippedRank } from '../../ballots/ballots.ts';
import type { BallotsBuilder, NewBallot } from '../../ballots/build-ballots.ts';
import type { ProblemList } from '../file-problem.ts';
import { type CsvPlan, defaultCells } from './csv-plan.ts';
import type { CsvField } from './parse-csv.ts';

/** The ballot of a row; null when a cell was reported. */
export type CellReader = (row: readonly CsvField[]) => NewBallot | null;

export interface CellContext {
  readonly builder: BallotsBuilder;
  readonly problems: ProblemList;
  /** Names of all columns, and which of them hold votes. */
  readonly names: readonly string[];
  readonly used: readonly number[];
}

export const createCellReader = (plan: CsvPlan, context: CellContext): CellReader => {
  if (plan.layout === 'choices') return readChoices(plan, context);
  const choices = context.used.map((column) => context.builder.addChoice({ name: context.names[column]! }));
  if (plan.layout === 'ranks') return readRanks(choices, context);
  return readValues(plan, choices, context);
};

const readChoices = (plan: CsvPlan, { builder, problems, used }: CellContext): CellReader => {
  const { overvoteCell, skippedCell } = defaultCells;
  const [overvote, skipped] = [plan.overvoteCell ?? overvoteCell, plan.skippedCell ?? skippedCell];
  const numbers = new Map((plan.choices ?? []).map((name, number) => [name, number]));
  const choiceOf = (name: string, field: CsvField): number | null => {
    const known = numbers.get(name);
    if (known !== undefined) return known;
    const undeclared = name === plan.undeclaredCell;
    if (plan.choices !== undefined && !undeclared) {
      problems.add('unknown_choice', field, `${name} is not among the choices.`);
      return null;
    }
    if (numbers.size >= mostChoices) {
      problems.add('too_many_choices', field, `At most ${mostChoices} are read.`);
      return null;
    }
    const shown = undeclared && name === '' ? 'Undeclared write-ins' : name;
    const number = builder.addChoice({ name: shown, writeIn: undeclared ? 'undeclared' : 'no' });
    numbers.set(name, number);
    return number;
  };
  const marksOf = (field: CsvField): (number | null)[] => {
    const text = field.text.trim();
    if (text !== plan.undeclaredCell) {
      if (text === '' || text === skipped) return [skippedRank];
      if (text === overvote) return [overvotedRank];
    }
    const names = plan.cellDelimiter === undefined ? [text] : text.split(plan.cellDelimiter);
    const choices = names.map((name) => choiceOf(name.trim(), field));
    return choices.map((choice, i) => (choice === null || i === 0 ? choice : beside(choice)));
  };
  return (row) => {
    const marks = used.flatMap((column) => marksOf(row[column]!));
    const found = marks.filter((mark) => mark !== null);
    return found.length < marks.length ? null : { marks: found };
  };
};

/** The highest rank that a cell may give: far above any paper, far below what would fill the memory. */
const highestRank = 1000;

const readRanks =
  (choices: readonly number[], { problems, used }: CellContext): CellReader =>
  (row) => {
    const ranks: number[][] = [];
    for (const [i, column] of used.entries()) {
      const field = row[column]!;
      const text = field.text.trim();
      if (text === '') continue;
      const rank = /^\d+$/.test(text) ? Number(text) : 0;
      if (rank < 1 || rank > highestRank) {
        problems.add(
          'number_invalid',
          field,
          `A rank is a whole number from 1 to ${highestRank}, not ${text}.`,
        );
        return null;
      }
      while (ranks.length < rank) ranks.push([]);
      ranks[rank - 1]!.push(choices[i]!);
    }
    const marks = ranks.flatMap((rank) =>
      rank.length === 0 ? [skippedRank] : rank.map((choice, i) => (i === 0 ? choice : beside(choice))),
    );
    return { marks };
  };

const readValues =
  ({ layout }: CsvPlan, choices: readonly number[], { problems, used }: CellContext): CellReader =>
  (row) => {
    const marks: number[] = [];
    const scores: number[] = [];
    for (const [i, column] of used.entries()) {
      const field = row[column]!;
      const text = field.text.trim();
      const marked = layout === 'marks' && /^[1xX]$/.test(text);
      if (text === '' || (layout === 'marks' && text === '0')) continue;
      if (!marked && (layout === 'marks' || !/^-?\d+$/.test(text))) {
        problems.add('score_invalid', field, `${text} is no ${layout === 'marks' ? 'mark' : 'score'}.`);
        return null;
      }
      marks.push(layout === 'marks' && marks.length > 0 ? beside(choices[i]!) : choices[i]!);
      scores.push(Number(text));
    }
    return layout === 'scores' ? { marks, scores } : { marks };
  };
