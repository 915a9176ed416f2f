import { err, ok, type Result } from '@comitium/basics';
import { type FieldError, type Problem, problem } from '@comitium/contract';
import {
  type CheckContext,
  checkNumbers,
  checkSheet,
  type Finding,
  type FindingValues,
  readVotes,
  type SheetFigures,
  type SheetSettings,
} from '@comitium/tally';
import type { ContestFacts, ElectionFacts } from '../elections/index.ts';
import { ballotOf } from './contest-ballot.ts';

/** The figures as a person or program sent them, before anything is known about them. */
export interface SentFigures {
  readonly votes: Readonly<Record<string, unknown>>;
  readonly rejected?: unknown;
  readonly cast?: unknown;
  readonly registered?: unknown;
}

export interface JudgedFigures {
  readonly figures: SheetFigures;
  readonly status: 'accepted' | 'held';
  readonly findings: readonly Finding[];
}

/** Runs the numbered sheet rules: errors refuse the sheet with every broken rule, a hold keeps it out of the totals. */
export const judgeFigures = (
  place: { election: ElectionFacts; contest: ContestFacts },
  sent: SentFigures,
  context: CheckContext,
): Result<JudgedFigures, Problem> => {
  const ballot = ballotOf(place.election, place.contest);
  const votes = readVotes(sent.votes, ballot);
  const { rejected, cast, registered } = sent;
  const loose = checkNumbers({ rejected, cast, registered });
  if (!votes.ok || loose.length > 0) return err(refusal([...(votes.ok ? [] : votes.error), ...loose]));
  const figures = { votes: votes.value, rejected, cast, registered } as SheetFigures;
  const settings = place.election.settings as SheetSettings;
  const findings = checkSheet({ ballot, figures, context }, settings);
  if (findings.length === 0) return ok({ figures, status: 'accepted', findings });
  if (findings.some((finding) => finding.severity === 'error')) return err(refusal(findings));
  const held = findings.some((finding) => finding.severity === 'hold');
  return ok({ figures, status: held ? 'held' : 'accepted', findings });
};

const refusal = (findings: readonly Finding[]): Problem => {
  const errors = findings.flatMap(({ code, message, fields, values }): FieldError[] =>
    fields.map((field, at) => ({ path: pointer(field), code, message, values: valuesAt(values, at) })),
  );
  return problem('sheet_refused', findings.map((finding) => finding.message).join(' '), { errors });
};

/** Of lists that go with the fields the one item: a field need not say what is wrong with two thousand others. */
const valuesAt = (values: FindingValues, at: number): FindingValues => {
  const { choices, broken } = values;
  if (choices !== undefined) return { ...values, choices: choices.slice(at, at + 1) };
  return broken === undefined ? values : { ...values, broken: broken.slice(at, at + 1) };
};

/** `votes.ndc` → `/votes/ndc`, as RFC 6901 writes it. */
const pointer = (field: string): string => {
  const dot = field.indexOf('.');
  const parts = dot < 0 ? [field] : [field.slice(0, dot), field.slice(dot + 1)];
  return parts.map((part) => `/${part.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
};
