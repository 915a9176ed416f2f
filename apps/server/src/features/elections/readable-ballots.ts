import type { BallotImportBody } from '@comitium/contract';

/** The list that a value holds under a name; empty where there is none. */
export const listAt = (value: unknown, name: string): readonly unknown[] => {
  const list = memberOf(value, name);
  return Array.isArray(list) ? list : [];
};

/**
 * Ballots with errors of form, as far as they can be read: every item in its place, empty texts for what is none. They
 * are never written; the rules are asked of them, so that all errors of a file are told at once.
 */
export const readableBallots = (body: unknown): BallotImportBody => ({
  parties: listAt(body, 'parties').map((party) => ({
    code: textAt(party, 'code'),
    name: textAt(party, 'name'),
    shortName: textAt(party, 'shortName'),
    color: textAt(party, 'color'),
  })),
  races: listAt(body, 'races').map((race) => ({
    code: textAt(race, 'code'),
    name: textAt(race, 'name'),
    seatMethod: 'none',
  })),
  contests: listAt(body, 'contests').map((contest) => ({
    race: textAt(contest, 'race'),
    area: textAt(contest, 'area'),
    heldBy: textAt(contest, 'heldBy') || null,
    choices: listAt(contest, 'choices').map((choice) => ({
      code: textAt(choice, 'code'),
      name: textAt(choice, 'name'),
      party: textAt(choice, 'party') || null,
    })),
  })),
});

const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

const textAt = (value: unknown, name: string): string => {
  const text = memberOf(value, name);
  return typeof text === 'string' ? text : '';
};
