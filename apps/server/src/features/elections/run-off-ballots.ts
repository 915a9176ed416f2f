import { err, ok, type Result } from '@comitium/basics';
import type { BallotImportBody, ContestBody, FieldError } from '@comitium/contract';
import { ballotsOf } from './ballots-of.ts';
import type { ContestFacts, ElectionFacts } from './election-facts.ts';
import { findChoice } from './find-choice.ts';

/** The ballots of the second round; a key of `choices` is a race or one of its contests. */
export const runOffBallots = (
  first: ElectionFacts,
  choices: Readonly<Record<string, readonly string[]>>,
): Result<BallotImportBody, readonly FieldError[]> => {
  const errors: FieldError[] = [];
  const contests = new Map<ContestFacts, ContestBody>();
  for (const [key, references] of Object.entries(choices)) {
    const path = `/choices/${key}`;
    const named = findContests(first, key);
    if (named.length === 0) {
      errors.push({ path, code: 'contest_not_found', message: `There is no race or contest ${key}.` });
    }
    for (const contest of named) {
      const body = secondBallot(first, contest, references);
      if (contests.has(contest)) {
        errors.push({ path, code: 'duplicate_contest', message: `${contest.code} is named twice.` });
      }
      if (body.ok) contests.set(contest, body.value);
      else errors.push(...body.error.map((message) => ({ path, code: 'choice_not_found', message })));
    }
  }
  if (errors.length > 0) return err(errors);
  const { parties, races } = ballotsOf(first);
  const again = new Set([...contests.keys()].map(({ race }) => race.code));
  return ok({
    parties,
    races: races.filter(({ code }) => again.has(code)),
    contests: [...contests.values()],
  });
};

const findContests = (first: ElectionFacts, key: string): readonly ContestFacts[] => {
  const contest = first.contest(key);
  return first.race(key)?.contests ?? (contest === undefined ? [] : [contest]);
};

const secondBallot = (
  { register }: ElectionFacts,
  contest: ContestFacts,
  references: readonly string[],
): Result<ContestBody, readonly string[]> => {
  const found = [...new Set(references)].map((reference) => findChoice(contest, reference));
  const missing = found.flatMap((choice) => (choice.ok ? [] : [choice.error.detail]));
  if (missing.length > 0) return err(missing);
  const choices = found.flatMap((choice) => (choice.ok ? [choice.value] : []));
  if (choices.filter(({ blank }) => !blank).length < 2) {
    return err([`A run-off in ${contest.name} needs two different choices.`]);
  }
  return ok({
    race: contest.race.code,
    area: register.codes[contest.areaIndex] ?? '',
    name: contest.name,
    seats: contest.seats,
    heldBy: contest.heldBy,
    choices: choices.map(({ code, name, party, color }) => ({ code, name, party, color })),
  });
};
