import { err, ok, type Result } from '@comitium/basics';
import { type Ballots, totalWeight } from '../../ballots/ballots.ts';
import { ranksOf } from '../../ballots/ranks.ts';
import type { BallotFile, Pieces, WriteProblem } from '../ballot-file.ts';
import type { PrefLibType } from './preflib-head.ts';

/** What the head says beside the orders. */
export interface PrefLibFacts {
  readonly fileName: string;
  /** ISO dates; the package has no clock. */
  readonly publicationDate: string;
  readonly modificationDate: string;
}

/** The most restrictive type that holds these ballots, as PrefLib demands. */
export const prefLibTypeOf = (ballots: Ballots): PrefLibType => {
  const { groups, traits, choices } = ballots;
  let complete = true;
  for (let group = 0; group < groups && complete; group++)
    complete = ballots.starts[group + 1]! - ballots.starts[group]! === choices.length;
  return `${traits.equalRanks ? 't' : 's'}o${complete ? 'c' : 'i'}`;
};

/** PrefLib in pieces. Refused: forms but rankings, skipped ranks, overvotes, repeats, decimal weights, withdrawn choices, names that are no single line or not unique. */
export const writePrefLib = (
  { ballots, title }: BallotFile,
  facts: PrefLibFacts,
): Result<Pieces, WriteProblem[]> => {
  const problems: WriteProblem[] = [];
  const refuse = (message: string): number => problems.push({ code: 'not_expressible', message });
  const { skippedRanks, overvotes, repeats } = ballots.traits;
  if (ballots.form !== 'rank') refuse(`PrefLib holds rankings; these are ballots of form ${ballots.form}.`);
  if (skippedRanks || overvotes || repeats) refuse('PrefLib has no skipped ranks, overvotes or repeats.');
  if (ballots.weightScale !== 1) refuse('PrefLib weights are whole numbers.');
  if (ballots.choices.some(({ withdrawn }) => withdrawn)) refuse('PrefLib has no withdrawn alternatives.');
  const names = ballots.choices.map(({ name }) => name);
  if (new Set(names).size < names.length) refuse('PrefLib names are unique.');
  for (const text of [...names, title ?? '', facts.fileName])
    if (text !== text.trim() || /[\r\n]/.test(text)) refuse(`PrefLib cannot hold ${JSON.stringify(text)}.`);
  return problems.length > 0 ? err(problems) : ok(pieces(ballots, title, facts));
};

function* pieces(ballots: Ballots, title: string | null, facts: PrefLibFacts): Generator<string> {
  const { choices, groups, weights } = ballots;
  const head = [
    ['FILE NAME', facts.fileName],
    ['TITLE', title ?? ''],
    ['DESCRIPTION', ''],
    ['DATA TYPE', prefLibTypeOf(ballots)],
    ['MODIFICATION TYPE', 'original'],
    ['RELATES TO', ''],
    ['RELATED FILES', ''],
    ['PUBLICATION DATE', facts.publicationDate],
    ['MODIFICATION DATE', facts.modificationDate],
    ['NUMBER ALTERNATIVES', choices.length],
    ['NUMBER VOTERS', totalWeight(ballots)],
    ['NUMBER UNIQUE ORDERS', groups],
    ...choices.map(({ name }, i) => [`ALTERNATIVE NAME ${i + 1}`, name]),
  ];
  for (const [key, value] of head) yield `# ${key}: ${value}\n`;
  for (let group = 0; group < groups; group++) {
    const ranks = ranksOf(ballots, group).map((rank) => {
      const numbers = [...rank].map((choice) => Number(choice) + 1);
      return numbers.length === 1 ? String(numbers[0]) : `{${numbers.join(',')}}`;
    });
    yield `${weights[group]}: ${ranks.join(',')}\n`;
  }
}
