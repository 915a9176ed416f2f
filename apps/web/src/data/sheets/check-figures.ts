import type { Contest } from '@comitium/contract';
import {
  type Ballot,
  type CheckContext,
  checkLabelled,
  checkSheet,
  createBallot,
  type Finding,
  readVotes,
  type SheetSettings,
  sumVotes,
} from '@comitium/tally';
import { type Figures, type FiguresDraft, fieldsOf, figureAt } from './figures-draft.ts';
import { readFigure } from './read-figure.ts';

/** What the server will say about the figures, as far as it can be known without the stations around. */
export interface FigureCheck {
  /** Votes and rejected as far as they are typed; null before the first figure. */
  readonly sum: number | null;
  readonly cast: number | null;
  /** Fields that are still empty. */
  readonly missing: readonly string[];
  readonly findings: readonly Finding[];
  /** Present when the sheet can be sent: nothing is missing and no rule refuses it. */
  readonly figures: Figures | null;
}

export interface CheckSurroundings {
  readonly settings: SheetSettings;
  readonly context: CheckContext;
}

const ballotOf = (contest: Contest): Ballot =>
  createBallot(contest.choices.map(({ code, name }) => ({ id: code, name })));

export const checkFigures = (
  contest: Contest,
  draft: FiguresDraft,
  { settings, context }: CheckSurroundings = { settings: {}, context: {} },
): FigureCheck => {
  const ballot = ballotOf(contest);
  const typed = new Map(fieldsOf(contest).map((field) => [field, readFigure(figureAt(draft, field))]));
  const missing = [...typed].filter(([, value]) => value === null).map(([field]) => field);
  const record = Object.fromEntries(contest.choices.map(({ code }) => [code, typed.get(`votes.${code}`)]));
  const rest = {
    rejected: typed.get('rejected'),
    cast: typed.get('cast'),
    registered: typed.get('registered'),
  };
  const sums = { sum: runningSum(contest, typed), cast: soundOrNull(rest.cast), missing };
  const unsound = findUnsound(contest, draft, typed);
  if (missing.length > 0 || unsound.length > 0) return { ...sums, findings: unsound, figures: null };
  const votes = readVotes(record, ballot);
  if (!votes.ok) return { ...sums, findings: votes.error, figures: null };
  const whole = rest as { rejected: number; cast: number; registered: number };
  const findings = checkSheet({ ballot, figures: { votes: votes.value, ...whole }, context }, settings);
  const refused = findings.some(({ severity }) => severity === 'error');
  const figures = { votes: record as Record<string, number>, ...whole };
  return { ...sums, findings, figures: refused ? null : figures };
};

type Typed = ReadonlyMap<string, number | null>;

/** What is typed but is no count, in the words of the form; empty fields are told as missing. */
const findUnsound = (contest: Contest, draft: FiguresDraft, typed: Typed): Finding[] => {
  const names = new Map(contest.choices.map(({ code, name }) => [`votes.${code}`, name]));
  return [...typed]
    .filter(([, value]) => value !== null)
    .flatMap(([field, value]) => {
      const typedValue = Number.isNaN(value) ? figureAt(draft, field) : value;
      return checkLabelled([{ field, label: names.get(field) ?? field, value: typedValue }]);
    });
};

const soundOrNull = (value: number | null | undefined): number | null =>
  value === null || value === undefined || Number.isNaN(value) ? null : value;

const runningSum = (contest: Contest, typed: Typed): number | null => {
  const counted = [...contest.choices.map(({ code }) => `votes.${code}`), 'rejected']
    .map((field) => soundOrNull(typed.get(field)))
    .filter((value) => value !== null);
  return counted.length === 0 ? null : sumVotes(counted);
};
