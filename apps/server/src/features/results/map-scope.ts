import { err, ok, type Result } from '@comitium/basics';
import { type Problem, problem } from '@comitium/contract';
import type { ElectionFacts } from '../elections/index.ts';
import { findRacePlace, type RacePlace } from './race-place.ts';

/** What one map shows: a race in an area, and the level its parts are shown at. */
export interface MapScope {
  readonly election: ElectionFacts;
  readonly place: RacePlace;
  /** Level of the children; null at a polling station. */
  readonly childLevel: number | null;
}

export interface MapAsked {
  readonly race?: string;
  readonly contest?: string;
  readonly level?: string;
  readonly area?: string;
}

/** Level 0 is called “national” everywhere, whatever the register calls it. */
export const levelName = ({ register }: ElectionFacts, level: number): string =>
  level === 0 ? 'national' : (register.levels[level] ?? String(level));

const levelNumber = (election: ElectionFacts, name: string): number =>
  name === 'national' ? 0 : election.register.levels.indexOf(name);

/**
 * A level without an area means the whole country in parts of that level; with an area it must be the area's own.
 * A contest stands for its race in its district.
 */
export const findMapScope = (election: ElectionFacts, asked: MapAsked): Result<MapScope, Problem> => {
  const scope = findScopeOfAnySize(election, asked);
  if (!scope.ok || fits(scope.value)) return scope;
  return err(
    problem(
      'too_large',
      `A map has at most ${mostParts} parts; name an area to see those of ${asked.level}.`,
    ),
  );
};

/** A public answer that costs a second to make, four times a second, would be a weapon; levels of no register need it. */
const mostParts = 10_000;

const fits = ({ election: { register }, place, childLevel }: MapScope): boolean => {
  const own = register.level[place.area] ?? 0;
  if (childLevel === null || childLevel === own + 1) return true;
  return register.descendantsAt(place.area, childLevel).length <= mostParts;
};

/** The same for answers that are sent piece by piece. */
export const findScopeOfAnySize = (election: ElectionFacts, asked: MapAsked): Result<MapScope, Problem> => {
  const contest = asked.contest === undefined ? undefined : election.contest(asked.contest);
  const raceOfContest = asked.contest === undefined ? undefined : election.race(asked.contest);
  if (asked.contest !== undefined && contest === undefined && raceOfContest === undefined) {
    return err(problem('contest_not_found', `There is no contest ${asked.contest}.`));
  }
  const race = asked.race ?? raceOfContest?.code ?? contest?.race.code;
  const area = asked.area ?? (contest === undefined ? undefined : election.register.codes[contest.areaIndex]);
  const place = findRacePlace(election, {
    ...(race === undefined ? {} : { race }),
    ...(area === undefined ? {} : { area }),
  });
  if (!place.ok) return place;
  return withLevel(election, place.value, asked);
};

const withLevel = (election: ElectionFacts, place: RacePlace, asked: MapAsked): Result<MapScope, Problem> => {
  const own = election.register.level[place.area] ?? 0;
  const below = own + 1 < election.register.levels.length ? own + 1 : null;
  if (asked.level === undefined) return ok({ election, place, childLevel: below });
  const level = levelNumber(election, asked.level);
  if (level < 0) return err(problem('area_not_found', `The register has no level ${asked.level}.`));
  if (level === own) return ok({ election, place, childLevel: below });
  if (asked.area === undefined && level > own) return ok({ election, place, childLevel: level });
  const name = election.register.codes[place.area] ?? '';
  return err(problem('area_not_found', `${name} is not of level ${asked.level}.`));
};

/** `map:<election>[/<race>]:<level>[:<area>]`; `national@constituency` shows the country by constituencies. */
export const parseMapTopic = (topic: string): { election: string; asked: MapAsked } | null => {
  const [, head, level, area, ...rest] = topic.split(':');
  if (head === undefined || level === undefined || rest.length > 0) return null;
  const [election = '', race] = head.split('/');
  const [own = '', parts] = level.split('@');
  if (parts !== undefined && (own !== 'national' || area !== undefined)) return null;
  return {
    election,
    asked: {
      level: parts ?? own,
      ...(race === undefined ? {} : { race }),
      ...(area === undefined ? {} : { area }),
    },
  };
};
