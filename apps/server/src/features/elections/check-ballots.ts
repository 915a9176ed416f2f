// Every rule that ballots must keep, checked on all of them before anything is written.
import type { BallotImportBody, ContestBody, FieldError } from '@comitium/contract';
import type { RegisterIndex } from '../territory/index.ts';
import { contestCode } from './ballot-plan.ts';
import { checkChoices } from './check-choices.ts';
import { checkText } from './check-text.ts';
import { reservedColumnCodes } from './race-columns.ts';

/** Paths are JSON pointers into the body. */
export const checkBallots = (body: BallotImportBody, register: RegisterIndex): FieldError[] => {
  const errors: FieldError[] = [
    ...checkOnce('/parties', body.parties),
    ...checkOnce('/races', body.races),
    ...body.parties.flatMap((party, place) => checkParty(`/parties/${place}`, party)),
    ...body.races.flatMap(({ name }, place) => checkText(`/races/${place}/name`, name)),
  ];
  const known: Known = {
    register,
    parties: new Set(body.parties.map(({ code }) => code)),
    races: new Map(body.races.map((race) => [race.code, race])),
    levels: new Map(),
    codes: new Set(),
  };
  for (const [place, contest] of body.contests.entries()) {
    errors.push(...checkContest(`/contests/${place}`, contest, known));
  }
  return errors;
};

interface Known {
  readonly register: RegisterIndex;
  readonly parties: ReadonlySet<string>;
  readonly races: ReadonlyMap<string, BallotImportBody['races'][number]>;
  /** Level of the districts of each race, filled as contests are read. */
  readonly levels: Map<string, number>;
  /** Contest codes, filled as contests are read. */
  readonly codes: Set<string>;
}

/** Longer ones could not be named in an address or a sheet. */
const longestCode = 64;

const checkOnce = (path: string, items: readonly { readonly code: string }[]): FieldError[] => {
  const seen = new Set<string>();
  return items.flatMap(({ code }, place): FieldError[] => {
    if (!seen.has(code)) {
      seen.add(code);
      return [];
    }
    return [{ path: `${path}/${place}/code`, code: 'duplicate_code', message: `${code} is used twice.` }];
  });
};

export const checkParty = (
  path: string,
  { code, name, shortName }: { code: string; name?: string; shortName?: string },
): FieldError[] => {
  const errors = [...checkText(`${path}/name`, name), ...checkText(`${path}/shortName`, shortName)];
  if (reservedColumnCodes.includes(code)) {
    errors.push({
      path: `${path}/code`,
      code: 'reserved_code',
      message: `${code} has a meaning of its own.`,
    });
  }
  return errors;
};

const checkContest = (path: string, contest: ContestBody, known: Known): FieldError[] => {
  const errors = checkText(`${path}/name`, contest.name);
  const refuse = (member: string, code: string, message: string): void => {
    errors.push({ path: `${path}/${member}`, code, message });
  };
  const race = known.races.get(contest.race);
  if (race === undefined) refuse('race', 'race_not_found', `There is no race ${contest.race}.`);
  errors.push(...checkDistrict(path, contest, known));
  if (typeof contest.heldBy === 'string' && !known.parties.has(contest.heldBy)) {
    refuse('heldBy', 'party_not_found', `There is no party ${contest.heldBy}.`);
  }
  return [...errors, ...checkChoices(`${path}/choices`, contest.choices, known.parties)];
};

/** Districts of a race are different areas of one level, so that they cannot overlap. */
const checkDistrict = (path: string, { race, area }: ContestBody, known: Known): FieldError[] => {
  const { register, levels, codes } = known;
  const index = register.find(area);
  const refuse = (code: string, message: string): FieldError[] => [{ path: `${path}/area`, code, message }];
  if (index === undefined) return refuse('area_not_found', `The register has no area ${area}.`);
  const level = register.level[index] ?? 0;
  const expected = levels.get(race) ?? level;
  levels.set(race, expected);
  if (level !== expected) {
    const message = `${area} is a ${register.levels[level]}, the race's districts are of the level ${register.levels[expected]}.`;
    return refuse('levels_differ', message);
  }
  const code = contestCode(race, register, index);
  if (codes.has(code)) return refuse('duplicate_contest', `There is a contest ${code} already.`);
  codes.add(code);
  if (code.length <= longestCode) return [];
  return refuse('code_too_long', `The contest's code ${code} has more than ${longestCode} characters.`);
};
