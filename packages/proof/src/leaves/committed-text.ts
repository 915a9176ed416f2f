// The texts behind the commitments of a leaf. JSON of fixed lists: whoever knows the parts can write the text again.
import { err, ok, type Result } from '@comitium/basics';
import type { SheetFigures } from '@comitium/tally';

/** A sheet's figures; votes in the order of the choices' codes beside them. */
export interface LoggedFigures extends SheetFigures {
  readonly choices: readonly string[];
}

const figuresKind = 'comitium/figures/1';
const whoKind = 'comitium/who/1';

export const figuresText = ({ choices, votes, rejected, cast, registered }: LoggedFigures): string =>
  JSON.stringify([figuresKind, choices, votes, rejected, cast, registered]);

/** Who did something, for whom, and why. */
export interface Who {
  readonly actor: string | null;
  readonly onBehalfOf: string | null;
  readonly reason: string | null;
}

export const whoText = ({ actor, onBehalfOf, reason }: Who): string =>
  JSON.stringify([whoKind, actor, onBehalfOf, reason]);

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;
const isListOf = <T>(value: unknown, is: (one: unknown) => one is T): value is T[] =>
  Array.isArray(value) && value.every(is);
const isText = (value: unknown): value is string => typeof value === 'string';

/** The error says in a sentence what is wrong. */
export const readFiguresText = (text: string): Result<LoggedFigures, string> => {
  const parsed = parseList(text);
  if (parsed === null) return err('The figures are no JSON list.');
  const [kind, choices, votes, rejected, cast, registered, ...more] = parsed;
  if (kind !== figuresKind || more.length > 0) return err(`The figures are not of the form ${figuresKind}.`);
  if (!isListOf(choices, isText) || !isListOf(votes, isCount) || choices.length !== votes.length) {
    return err('The figures do not name a choice for every vote.');
  }
  if (!isCount(rejected) || !isCount(cast) || !isCount(registered)) {
    return err('A figure is no whole number.');
  }
  return ok({ choices, votes, rejected, cast, registered });
};

/** Null where the text is no JSON list, or is written otherwise than `JSON.stringify` would. */
export const parseList = (text: string): readonly unknown[] | null => {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) && JSON.stringify(value) === text ? value : null;
  } catch {
    return null;
  }
};
