import { err, ok, type Result } from '@comitium/basics';
import type { FileProblemCode } from '../file-problem.ts';

export interface OrderProblem {
  readonly code: FileProblemCode;
  readonly column: number;
  readonly message: string;
}

/** The ranks of an order such as `1, {4, 3}, 2`, from `start` to the end of the line; choices from 0. */
export const parseOrder = (
  text: string,
  start: number,
  choices: number,
): Result<number[][], OrderProblem> => {
  const ranks: number[][] = [];
  let open: number[] | null = null;
  let expects: 'rank' | 'comma' = 'rank';
  const token = /\s*(\d+|[{},]|\S)/y;
  token.lastIndex = start;
  for (let match = token.exec(text); match !== null; match = token.exec(text)) {
    const word = match[1]!;
    const column = token.lastIndex - word.length + 1;
    const number = /^\d/.test(word) ? Number(word) : null;
    if (expects === 'rank' && number !== null) {
      if (number < 1 || number > choices)
        return problem('unknown_choice', column, `There is no alternative ${word}.`);
      if (open === null) ranks.push([number - 1]);
      else open.push(number - 1);
      expects = 'comma';
    } else if (expects === 'rank' && word === '{' && open === null) {
      open = [];
    } else if (expects === 'comma' && word === ',') {
      expects = 'rank';
    } else if (word === '}' && open !== null && open.length > 0 && expects === 'comma') {
      ranks.push(open);
      open = null;
    } else {
      return problem('malformed', column, `${word} cannot stand here.`);
    }
  }
  const unfinished = open !== null || (expects === 'rank' && ranks.length > 0);
  if (unfinished) return problem('malformed', text.length + 1, 'The order is not complete.');
  return ok(ranks);
};

const problem = (code: FileProblemCode, column: number, message: string): Result<never, OrderProblem> =>
  err({ code, column, message });
