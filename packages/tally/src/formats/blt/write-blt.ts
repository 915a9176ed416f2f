import { err, ok, type Result } from '@comitium/basics';
import { type Ballots, choiceOf, skippedRank } from '../../ballots/ballots.ts';
import type { BallotFile, Pieces, WriteProblem } from '../ballot-file.ts';
import { weightText } from '../parse-weight.ts';

/**
 * BLT in pieces. Refused where something would be lost: scores, overvotes of unknown choices, repeats, names with a
 * quotation mark or a line break. Parties and kinds of write-ins have no form in BLT and are left out, as are ids.
 */
export const writeBlt = ({ ballots, title, seats }: BallotFile): Result<Pieces, WriteProblem[]> => {
  const problems: WriteProblem[] = [];
  const refuse = (message: string): number => problems.push({ code: 'not_expressible', message });
  if (ballots.form !== 'rank') refuse(`BLT holds rankings; these are ballots of form ${ballots.form}.`);
  if (ballots.traits.overvotes) refuse('BLT has no mark for an overvote of unknown choices.');
  if (ballots.traits.repeats) refuse('BLT does not allow a choice at two ranks.');
  for (const text of [...ballots.choices.map(({ name }) => name), title ?? ''])
    if (/["\r\n]/.test(text)) refuse(`BLT cannot quote ${JSON.stringify(text)}.`);
  return problems.length > 0 ? err(problems) : ok(pieces(ballots, title, seats ?? 1));
};

function* pieces(ballots: Ballots, title: string | null, seats: number): Generator<string> {
  const { choices, groups, weights, weightScale } = ballots;
  yield `${choices.length} ${seats}\n`;
  const withdrawn = choices.flatMap((choice, i) => (choice.withdrawn ? [`-${i + 1}`] : []));
  if (withdrawn.length > 0) yield `${withdrawn.join(' ')}\n`;
  for (let group = 0; group < groups; group++)
    yield `${weightText(weights[group]!, weightScale)}${ranksText(ballots, group)} 0\n`;
  yield '0\n';
  for (const { name } of choices) yield `"${name}"\n`;
  if (title !== null) yield `"${title}"\n`;
}

const ranksText = ({ starts, marks }: Ballots, group: number): string => {
  let text = '';
  for (let i = starts[group]!; i < starts[group + 1]!; i++) {
    const mark = marks[i]!;
    if (mark === skippedRank) text += ' -';
    else text += `${mark < 0 ? '=' : ' '}${choiceOf(mark) + 1}`;
  }
  return text;
};
