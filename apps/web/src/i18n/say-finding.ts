import type { FieldError } from '@comitium/contract';
import type { BrokenFigure, FindingValues } from '@comitium/tally';
import type { TFunction } from 'i18next';
import { isolate } from './isolate.ts';
import type { Format } from './use-format.ts';

/** What a check found, as the server or this page tells it; `values` are missing where an earlier version judged. */
export interface SaidFinding {
  readonly code: string;
  readonly message: string;
  readonly values?: FindingValues | undefined;
}

export interface Speech {
  readonly t: TFunction;
  readonly exists: (key: string) => boolean;
  readonly format: Format;
  readonly language: string;
}

/**
 * The figures of a finding and what to do, in the reader's language and numbers. Without `values` it is said in general words;
 * where these are not at hand either, as in English, the server's own sentence stands.
 */
export const sayFinding = ({ code, message, values }: SaidFinding, speech: Speech): string => {
  const { t, exists } = speech;
  const sentence = `findings:sentence.${code}`;
  if (values !== undefined && exists(sentence)) return t(sentence, textsOf(values, speech));
  const general = `problems:finding.${code}`;
  return exists(general) ? t(general) : message;
};

/** What a problem says of the case, besides its title. */
export interface SaidProblem {
  readonly detail: string;
  readonly errors: readonly FieldError[];
}

/** A refusal by the checks, each of its errors said as the finding that it is; other problems as they are. */
export const sayRefusal = <P extends SaidProblem>(problem: P, speech: Speech): P => {
  if (!problem.errors.some(({ values }) => values !== undefined)) return problem;
  const errors = problem.errors.map((error) => ({ ...error, message: sayFinding(error, speech) }));
  return { ...problem, errors, detail: [...new Set(errors.map(({ message }) => message))].join(' ') };
};

type Values = Required<FindingValues>;
type Writer<Name extends keyof Values> = (value: Values[Name], speech: Speech) => string;

const count = (value: number, { format }: Speech): string => format.count(value);
const share = (value: number, { format }: Speech): string => format.share(value);
const points = (value: number, { format }: Speech): string => format.points(value);
const time = (value: string, { format }: Speech): string => format.time(value);
const name = (value: string): string => value;

const list = (items: readonly string[], { t }: Speech): string => items.join(t('findings:separator'));

const writers: { readonly [Name in keyof Values]: Writer<Name> } = {
  votes: count,
  valid: count,
  rejected: count,
  sum: count,
  cast: count,
  registered: count,
  onRegister: count,
  excess: count,
  largest: count,
  stations: count,
  share,
  shareBefore: share,
  turnout: share,
  meanTurnout: share,
  swing: points,
  meanSwing: points,
  capturedAt: time,
  pollsClosedAt: time,
  receivedAt: time,
  choice: name,
  station: name,
  // Lists are filled in as they are: each item keeps its own direction.
  choices: (choices, speech) =>
    list(
      choices.map((choice) => isolate(choice, speech.language)),
      speech,
    ),
  broken: (figures, speech) =>
    list(
      figures.map((figure) => sayBroken(figure, speech)),
      speech,
    ),
};

const textsOf = (values: FindingValues, speech: Speech): Record<string, string> => {
  const textOf = <Name extends keyof Values>(name: Name): [string, string][] => {
    const value = values[name];
    return value === undefined ? [] : [[name, writers[name](value as Values[Name], speech)]];
  };
  return Object.fromEntries((Object.keys(writers) as (keyof Values)[]).flatMap((name) => textOf(name)));
};

/** The figures that are no votes bear the names that their fields have on the form. */
const sayBroken = ({ field, name: called, value }: BrokenFigure, speech: Speech): string => {
  const { t, exists } = speech;
  const own = `ui:figures.${field}`;
  return t('findings:item', {
    name: called === field && exists(own) ? t(own) : called,
    value: sayValue(value, speech),
  });
};

const sayValue = (value: BrokenFigure['value'], { t, format }: Speech): string => {
  if (value === null) return t('findings:noNumber');
  return typeof value === 'string' ? t('findings:quoted', { text: value }) : format.exact(String(value));
};
