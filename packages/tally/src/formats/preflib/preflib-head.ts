import { mostChoices } from '../../ballots/ballots.ts';
import type { Place, ProblemList } from '../file-problem.ts';

/** The ordinal types: strict or tied orders, complete or incomplete. */
export type PrefLibType = 'soc' | 'soi' | 'toc' | 'toi';

export const isPrefLibType = (text: string): text is PrefLibType => /^[st]o[ci]$/.test(text);

/** Values of the head by key, each with its place in the file. */
export type Head = Map<string, Place & { readonly value: string }>;

export const readHeadLine = (
  head: Head,
  problems: ProblemList,
  { text, line }: { readonly text: string; readonly line: number },
): void => {
  const match = /^#\s*([^:]+?)\s*:\s*(.*?)\s*$/.exec(text);
  if (match === null) {
    problems.add('malformed', { line, column: 1 }, 'A line of the head is # KEY: value.');
    return;
  }
  const [, key = '', value = ''] = match;
  if (head.has(key)) {
    problems.add('header_repeated', { line, column: 1 }, `${key} comes twice.`);
    return;
  }
  const colon = text.indexOf(':');
  head.set(key, { value, line, column: Math.max(colon + 1, text.indexOf(value, colon + 1)) + 1 });
};

/** Reports what the head lacks or has wrong; what is missing stands where the orders begin. */
export const checkHead = (head: Head, problems: ProblemList, missing: Place): void => {
  for (const key of ['DATA TYPE', 'NUMBER ALTERNATIVES', 'NUMBER VOTERS', 'NUMBER UNIQUE ORDERS'])
    if (!head.has(key)) problems.add('header_missing', missing, `The head does not say ${key}.`);
  const type = head.get('DATA TYPE');
  if (type !== undefined && !isPrefLibType(type.value))
    problems.add('not_supported', type, `Read are soc, soi, toc and toi, not ${type.value}.`);
  const count = head.get('NUMBER ALTERNATIVES');
  if (count === undefined) return;
  const choices = Number(count.value);
  if (!/^\d+$/.test(count.value)) {
    problems.add('number_invalid', count, `${count.value} is no number.`);
    return;
  }
  if (choices > mostChoices) {
    problems.add('too_many_choices', count, `At most ${mostChoices} are read.`);
    return;
  }
  const names = new Set<string>();
  for (let number = 1; number <= choices; number++) {
    const name = head.get(`ALTERNATIVE NAME ${number}`);
    if (name === undefined) problems.add('header_missing', missing, `Alternative ${number} has no name.`);
    else if (names.has(name.value)) problems.add('duplicate_name', name, `${name.value} is named twice.`);
    else names.add(name.value);
  }
};
