import type { BallotsBuilder } from '../../ballots/build-ballots.ts';
import type { FileProblemCode } from '../file-problem.ts';

export interface BltOptionProblem {
  readonly code: FileProblemCode;
  readonly column: number;
  readonly message: string;
}

/** What options of a file change. */
export interface BltOptions {
  readonly builder: BallotsBuilder;
  readonly choices: number;
  readonly nicknames: Map<string, number>;
  readonly undeclared: Set<number>;
}

/** `[name value value …]`, several on a line, and perhaps a comment. */
const option = /\s*\[\s*([a-z]+)((?:\s+[^\s\]]+)*)\s*\]/y;

/**
 * Droop's options, on lines between the counts and the first ballot: `[withdrawn 4]`, `[undeclared 4]`, `[nick a b c]`, and
 * `[tie 3 1 2]`, which is checked and passed over, since how ties are broken is said to the count.
 */
export const readBltOptions = (line: string, options: BltOptions): BltOptionProblem[] => {
  const problems: BltOptionProblem[] = [];
  let at = 0;
  for (;;) {
    option.lastIndex = at;
    const match = option.exec(line);
    if (match === null) break;
    const [whole, name = '', values = ''] = match;
    const wrong = readOption(options, name, values.trim().split(/\s+/).filter(Boolean));
    const column = at + 1 + whole.indexOf('[');
    if (wrong !== null) problems.push({ ...wrong, column });
    at = option.lastIndex;
  }
  if (!/^\s*(#.*)?$/.test(line.slice(at)))
    problems.push({ code: 'malformed', column: at + 1, message: 'An option is [name value …] on one line.' });
  return problems;
};

type Wrong = Omit<BltOptionProblem, 'column'>;

const readOption = (options: BltOptions, name: string, values: readonly string[]): Wrong | null => {
  const { builder, choices, nicknames, undeclared } = options;
  if (name === 'nick') {
    if (
      values.length !== choices ||
      new Set(values).size < choices ||
      values.some((word) => /^[-\d]|=/.test(word))
    )
      return { code: 'count_differs', message: `There must be ${choices} different words, none a number.` };
    for (const [i, word] of values.entries()) nicknames.set(word, i + 1);
    return null;
  }
  if (name !== 'withdrawn' && name !== 'undeclared' && name !== 'tie')
    return {
      code: 'not_supported',
      message: `Options are withdrawn, undeclared, tie and nick, not ${name}.`,
    };
  const places = values.map((value) => (nicknames.get(value) ?? Number(value)) - 1);
  const unknown = values.find(
    (_, i) => !(Number.isInteger(places[i]) && places[i]! >= 0 && places[i]! < choices),
  );
  if (unknown !== undefined) return { code: 'unknown_choice', message: `There is no choice ${unknown}.` };
  if (name === 'withdrawn') for (const place of places) builder.withdraw(place);
  else if (name === 'undeclared') for (const place of places) undeclared.add(place);
  else if (new Set(places).size < choices || places.length > choices)
    return { code: 'count_differs', message: 'An order for ties names every choice once.' };
  return null;
};
