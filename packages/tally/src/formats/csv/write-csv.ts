import { err, ok, type Result } from '@comitium/basics';
import { type Ballots, choiceOf, overvotedRank, skippedRank } from '../../ballots/ballots.ts';
import { ranksOf } from '../../ballots/ranks.ts';
import type { Pieces, WriteProblem } from '../ballot-file.ts';
import { weightText } from '../parse-weight.ts';
import { defaultCells } from './csv-plan.ts';

/** The name of the column of weights that is written. */
export const writtenWeightColumn = 'weight';

/**
 * CSV in pieces, a group of identical ballots a row, weights in the column `weight`. Layout `choices` cannot hold equal ranks
 * and `ranks` neither overvotes nor repeats: writing is then refused; ballots of scores and marks have one layout each.
 */
export const writeCsv = (ballots: Ballots, layout: 'choices' | 'ranks'): Result<Pieces, WriteProblem[]> => {
  const problems: WriteProblem[] = [];
  const refuse = (message: string): number => problems.push({ code: 'not_expressible', message });
  const { equalRanks, overvotes, repeats } = ballots.traits;
  const ranked = ballots.form === 'rank';
  if (ranked && layout === 'choices' && equalRanks) refuse('A column a rank cannot hold equal ranks.');
  if (ranked && layout === 'ranks' && (overvotes || repeats))
    refuse('A column a choice cannot hold overvotes of unknown choices, nor repeats.');
  if (ranksEqualScores(ballots)) refuse('A column a choice cannot hold an order among equal scores.');
  const names = ballots.choices.map(({ name }) => name);
  if (new Set([...names, writtenWeightColumn]).size <= names.length)
    refuse('Names must be unique, and none `weight`.');
  for (const name of names)
    if (
      name !== name.trim() ||
      name === '' ||
      name === defaultCells.overvoteCell ||
      name === defaultCells.skippedCell
    )
      refuse(`${JSON.stringify(name)} would not be read back as a choice.`);
  if (problems.length > 0) return err(problems);
  return ok(ranked && layout === 'choices' ? choicePieces(ballots) : valuePieces(ballots));
};

/** Whether a ballot says more than its scores. */
const ranksEqualScores = ({ groups, starts, marks, scores }: Ballots): boolean => {
  for (let group = 0; scores !== null && group < groups; group++)
    for (let i = starts[group]! + 1; i < starts[group + 1]!; i++)
      if (marks[i]! >= 0 && scores[i] === scores[i - 1]) return true;
  return false;
};

function* choicePieces(ballots: Ballots): Generator<string> {
  const { groups, starts, choices } = ballots;
  let width = 1;
  for (let group = 0; group < groups; group++) width = Math.max(width, starts[group + 1]! - starts[group]!);
  const ranks = Array.from({ length: width }, (_, i) => `rank ${i + 1}`);
  yield rowText([...ranks, writtenWeightColumn]);
  for (let group = 0; group < groups; group++) {
    const marks = ballots.marks.subarray(starts[group], starts[group + 1]);
    const cells = Array.from({ length: width }, (_, i) => {
      const mark = marks[i] ?? skippedRank;
      if (mark === skippedRank) return '';
      return mark === overvotedRank ? defaultCells.overvoteCell : choices[choiceOf(mark)]!.name;
    });
    yield rowText([...cells, weightOf(ballots, group)]);
  }
}

function* valuePieces(ballots: Ballots): Generator<string> {
  const { form, groups, starts, scores, marks, choices } = ballots;
  yield rowText([...choices.map(({ name }) => name), writtenWeightColumn]);
  for (let group = 0; group < groups; group++) {
    const cells = choices.map(() => '');
    if (form === 'rank') {
      for (const [rank, members] of ranksOf(ballots, group).entries())
        for (const choice of members) cells[Number(choice)] = String(rank + 1);
    } else {
      for (let i = starts[group]!; i < starts[group + 1]!; i++)
        cells[choiceOf(marks[i]!)] = scores === null ? '1' : String(scores[i]);
    }
    yield rowText([...cells, weightOf(ballots, group)]);
  }
}

const weightOf = ({ weights, weightScale }: Ballots, group: number): string =>
  weightText(weights[group]!, weightScale);

const rowText = (cells: readonly string[]): string =>
  `${cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\r\n`;
