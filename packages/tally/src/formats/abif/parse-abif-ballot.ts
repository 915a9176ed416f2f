import { err, ok, type Result } from '@comitium/basics';
import type { FileProblemCode } from '../file-problem.ts';

/** One choice on a ballot line, as written. */
export interface AbifChoice {
  readonly key: string;
  readonly column: number;
  readonly score: number | null;
  /** What stands before it: nothing, a lower rank, the same rank, or a comma. */
  readonly after: '' | '>' | '=' | ',';
}

export interface AbifProblem {
  readonly code: FileProblemCode;
  readonly column: number;
  readonly message: string;
}

// A choice is a word, "quoted" or [in brackets]; then perhaps a score.
const pattern = /\s*(?:"([^"]*)"|\[([^\]]*)\]|([\p{L}\p{N}_][\p{L}\p{N}_.-]*))\s*(?:(\/|\*)\s*(-?\d+))?\s*/uy;

/** The choices of a ballot line from `start`; `#` ends them outside quotation marks and brackets. */
export const parseAbifBallot = (text: string, start: number): Result<AbifChoice[], AbifProblem> => {
  const choices: AbifChoice[] = [];
  let at = start;
  let after: AbifChoice['after'] = '';
  const isEnd = (): boolean => /^\s*(#|$)/.test(text.slice(at, at + 1) === '' ? '' : text.slice(at));
  if (isEnd()) return ok(choices);
  for (;;) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null) return problem('malformed', at + 1, 'A choice was expected here.');
    const [whole, quoted, bracketed, bare, operator, score] = match;
    const column = at + 1 + (whole.length - whole.trimStart().length);
    if (operator === '*') return problem('not_supported', column, 'Cumulative votes (*) are not read.');
    const key = quoted ?? bracketed ?? bare ?? '';
    choices.push({ key, column, score: score === undefined ? null : Number(score), after });
    at = pattern.lastIndex;
    if (isEnd()) return ok(choices);
    const separator = text[at];
    if (separator !== '>' && separator !== '=' && separator !== ',')
      return problem('malformed', at + 1, `Choices are parted by >, = or a comma, not ${separator}.`);
    after = separator;
    at++;
  }
};

const problem = (code: FileProblemCode, column: number, message: string): Result<never, AbifProblem> =>
  err({ code, column, message });
