import { err, ok, type Result } from '@comitium/basics';
import { type Ballots, choiceOf } from '../../ballots/ballots.ts';
import type { BallotFile, Pieces, WriteProblem } from '../ballot-file.ts';
import { weightText } from '../parse-weight.ts';

/** ABIF in pieces, every choice declared. Refused: form `choose` (write it as ranks), skipped ranks, overvotes, repeats, withdrawn choices, grades, names or ids with brackets, quotation marks or line breaks. */
export const writeAbif = ({ ballots, title, seats }: BallotFile): Result<Pieces, WriteProblem[]> => {
  const problems: WriteProblem[] = [];
  const refuse = (message: string): number => problems.push({ code: 'not_expressible', message });
  const { skippedRanks, overvotes, repeats } = ballots.traits;
  if (ballots.form === 'choose') refuse('ABIF does not tell ballots without order from equal ranks.');
  if (skippedRanks || overvotes || repeats) refuse('ABIF has no skipped ranks, overvotes or repeats.');
  if (ballots.choices.some(({ withdrawn }) => withdrawn)) refuse('ABIF has no withdrawn choices.');
  if (ballots.scale !== null && (ballots.scale.grades !== null || ballots.marks.length === 0))
    refuse('ABIF has no grades, and some ballot must show that there are scores.');
  for (const { id, name } of ballots.choices)
    if (id === '' || /["\r\n]/.test(id) || /[[\]\r\n]/.test(name))
      refuse(`ABIF cannot hold ${JSON.stringify(id)}: ${JSON.stringify(name)}.`);
  return problems.length > 0 ? err(problems) : ok(pieces(ballots, title, seats));
};

function* pieces(ballots: Ballots, title: string | null, seats: number | null): Generator<string> {
  const { choices, groups, weights, weightScale, scale } = ballots;
  const metadata = {
    ...(title === null ? {} : { title }),
    ...(seats === null ? {} : { seats }),
    ...(scale === null ? {} : { min_score: scale.min, max_score: scale.max }),
  };
  for (const [key, value] of Object.entries(metadata)) yield `${JSON.stringify({ [key]: value })}\n`;
  for (const { id, name } of choices) yield `="${id}": [${name}]\n`;
  for (let group = 0; group < groups; group++)
    yield `${weightText(weights[group]!, weightScale)}: ${ballotText(ballots, group)}\n`;
}

const ballotText = ({ starts, marks, scores, choices }: Ballots, group: number): string => {
  let text = '';
  for (let i = starts[group]!; i < starts[group + 1]!; i++) {
    const mark = marks[i]!;
    if (text !== '') text += mark < 0 ? '=' : '>';
    text += `"${choices[choiceOf(mark)]!.id}"${scores === null ? '' : `/${scores[i]}`}`;
  }
  return text;
};
