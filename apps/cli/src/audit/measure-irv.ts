import { ok, type Result } from '@comitium/basics';
import {
  bravo,
  bravoRoundSize,
  type IrvAssertion,
  type RankedPaper,
  statementDiscrepancies,
  statementSample,
  superSimple,
  superSimpleSizeFromRates,
} from '@comitium/tally/audits';
import type { CommandProblem } from '../count/command-problem.ts';
import { problemAt, readCount } from '../seats/read-figures.ts';
import { mapRows, type Row, readRows } from './read-rows.ts';

export interface IrvAsked {
  readonly method: 'comparison' | 'bravo';
  readonly ballots: number;
  readonly riskLimit: number;
}

/** What a sample says of one statement. */
export interface StatementRisk {
  readonly risk: number;
  /** How many more papers are likely to confirm it; 0 where it is confirmed. */
  readonly more: number;
}

/** Papers with rankings: `hand`, and for comparisons `record`, as `Ann > Cy`; empty for none, ? where there is none to see. */
export const readRankedPapers = (
  path: string,
  choices: readonly string[],
  { method }: IrvAsked,
): Result<RankedPaper[], CommandProblem[]> => {
  const compares = method === 'comparison';
  const rows = readRows(path, compares ? ['record', 'hand'] : ['hand']);
  if (!rows.ok) return rows;
  return mapRows(rows.value, (row, problems) => {
    const times = row.optional('times');
    return {
      record: compares ? readRanking(row, 'record', choices, problems) : null,
      hand: readRanking(row, 'hand', choices, problems),
      times: times === null ? 1 : readCount(problems, times),
    };
  });
};

const readRanking = (
  row: Row,
  column: string,
  choices: readonly string[],
  problems: CommandProblem[],
): number[] | null => {
  if (row.text(column) === '?') return null;
  const ranking: number[] = [];
  for (const name of row.text(column).split('>')) {
    const choice = choices.indexOf(name.trim());
    if (choice >= 0 && !ranking.includes(choice)) ranking.push(choice);
    else if (name.trim() !== '' && choice < 0)
      problems.push(problemAt(row.field(column), 'unknown_choice', `${name.trim()} is not on the ballots.`));
  }
  return ranking;
};

export const measureStatement = (
  statement: IrvAssertion,
  papers: readonly RankedPaper[],
  asked: IrvAsked,
): StatementRisk =>
  asked.method === 'bravo'
    ? pollStatement(statement, papers, asked)
    : compareStatement(statement, papers, asked);

const pollStatement = (
  statement: IrvAssertion,
  papers: readonly RankedPaper[],
  { ballots, riskLimit }: IrvAsked,
): StatementRisk => {
  const contest = { votes: [statement.forWinner, statement.forLoser] };
  const sample = statementSample(statement, papers);
  const risk = bravo(contest, sample)[0]?.pValue ?? 1;
  const more = bravoRoundSize(contest, { ballots, riskLimit, sample, chance: 0.9 });
  return { risk, more: risk <= riskLimit ? 0 : more };
};

const compareStatement = (
  statement: IrvAssertion,
  papers: readonly RankedPaper[],
  { ballots, riskLimit }: IrvAsked,
): StatementRisk => {
  const margin = (statement.forWinner - statement.forLoser) / ballots;
  const drawn = drawnOf(papers);
  const found = statementDiscrepancies(statement, papers);
  const risk = superSimple({ margin }, drawn, found);
  if (risk <= riskLimit) return { risk, more: 0 };
  const rates = {
    over1: found.over1 / drawn,
    over2: found.over2 / drawn,
    under1: found.under1 / drawn,
    under2: found.under2 / drawn,
  };
  const size = superSimpleSizeFromRates({ margin }, { riskLimit, rates, ballots });
  return { risk, more: Math.max(1, size - drawn) };
};

export const drawnOf = (papers: readonly RankedPaper[]): number =>
  papers.reduce((sum, { times }) => sum + times, 0);

/** The sample of the statements; null where none was named. */
export const readSample = (
  path: string | undefined,
  choices: readonly string[],
  asked: IrvAsked,
): Result<RankedPaper[] | null, CommandProblem[]> =>
  path === undefined ? ok(null) : readRankedPapers(path, choices, asked);
