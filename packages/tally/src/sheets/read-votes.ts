import { err, ok, type Result } from '@comitium/basics';
import { type Ballot, choiceLabel } from './ballot.ts';
import { findAll } from './check.ts';
import { checkLabelled, isFigure } from './check-numbers.ts';
import { namingChecks } from './checks.ts';
import type { Finding } from './finding.ts';

/**
 * The votes of a sheet in ballot order, from a record by id or code.
 *
 * `ok` promises one whole number from 0 to 2³¹ − 1 for every choice. Otherwise every broken rule from S01 to S07
 * is reported. Only own keys are read and looked up in a Map, so `__proto__` and `constructor` are just unknown names.
 */
export const readVotes = (
  record: Readonly<Record<string, unknown>>,
  ballot: Ballot,
): Result<number[], Finding[]> => {
  const votes: number[] = new Array(ballot.choices.length).fill(-1);
  const keys = Object.keys(record);
  let clean = keys.length === votes.length;
  for (const key of keys) {
    const position = ballot.positions.get(key);
    const value = record[key];
    if (position === undefined || votes[position] !== -1 || !isFigure(value)) clean = false;
    else votes[position] = value + 0; // −0 becomes 0
  }
  return clean ? ok(votes) : err(explain(record, keys, ballot));
};

const explain = (
  record: Readonly<Record<string, unknown>>,
  keys: readonly string[],
  ballot: Ballot,
): Finding[] => {
  const stray = keys.filter((key) => !ballot.positions.has(key));
  const times = new Array<number>(ballot.choices.length).fill(0);
  for (const key of keys) {
    const position = ballot.positions.get(key);
    if (position !== undefined) times[position] = (times[position] ?? 0) + 1;
  }
  const places = times.map((_, position) => position);
  const naming = {
    ballot,
    unknown: stray.filter((key) => !ballot.isForeign(key)),
    foreign: stray.filter((key) => ballot.isForeign(key)),
    missing: places.filter((position) => times[position] === 0),
    repeated: places.filter((position) => (times[position] ?? 0) > 1),
  };
  const figures = keys.map((key) => ({
    field: `votes.${key}`,
    label: labelOf(key, ballot),
    value: record[key],
  }));
  return [...findAll(namingChecks, naming, {}), ...checkLabelled(figures)];
};

const labelOf = (key: string, ballot: Ballot): string => {
  const choice = ballot.choices[ballot.positions.get(key) ?? -1];
  return choice === undefined ? key : choiceLabel(choice);
};
