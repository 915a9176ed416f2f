import type { ProblemsBody } from '@comitium/contract';
import type { FileProblem } from '@comitium/tally/formats';

/** Something wrong with the arguments, or with a place of the file. */
export type CommandProblem = ProblemsBody['problems'][number];

/** What a command says and how it ends. */
export interface Answer {
  readonly text: string;
  readonly exitCode: number;
}

/** Exit codes of the commands that count. */
export const exitCodes = { decided: 0, problems: 1, lotNeeded: 3, runoffNeeded: 4 } as const;

export const exitCodeHelp = `
Exit codes: 0 decided; 1 something is wrong with the file or the arguments, each problem on standard error with line:column;
3 a tie needs a lot; 4 a second vote is needed.`;

export const ofArgument = (code: string, message: string): CommandProblem => ({
  code,
  line: null,
  column: null,
  message,
});

export const ofFile = ({ code, line, column, message }: FileProblem): CommandProblem => ({
  code,
  line,
  column,
  message,
});

/** One line for each problem: `file:line:column message (code)`. */
export const problemLines = (file: string, problems: readonly CommandProblem[]): string =>
  problems
    .map(({ code, line, column, message }) => {
      const place = line === null ? '' : `${file}:${line}:${column} `;
      return `${place}${message} (${code})\n`;
    })
    .join('');
