import { expect } from 'vitest';
import type { Nation, NationElection, NationRegister } from '../nation.ts';
import { createJudge } from './judge-nation.ts';

const code = /^[A-Za-z0-9][A-Za-z0-9._~+-]{0,63}$/;

/** What the server's import of a register refuses. */
export const expectRegister = ({ levels, areas }: NationRegister): void => {
  expect(levels[0]).toBe('national');
  const seen = new Map<string, number>();
  const parents = new Set(areas.map(({ parent }) => parent));
  const wrong = areas.filter((area) => {
    const above = area.parent === null ? -1 : seen.get(area.parent);
    const leafTooHigh = area.level < levels.length - 1 && !parents.has(area.code);
    const repeated = seen.has(area.code);
    seen.set(area.code, area.level);
    const named = area.code.length <= 64 && area.name.length > 0 && area.name.length <= 200;
    return above !== area.level - 1 || leafTooHigh || repeated || !named || area.registered < 0;
  });
  expect(wrong).toEqual([]);
};

/** What the server's import of ballots refuses. */
export const expectBallots = ({ ballots }: NationElection, { areas }: NationRegister): void => {
  const parties = new Set(ballots.parties.map((party) => party.code));
  expect(parties.size).toBe(ballots.parties.length);
  const places = new Set(areas.map((area) => area.code));
  const races = new Set(ballots.races.map((race) => race.code));
  for (const party of ballots.parties) expect(party.code).toMatch(code);
  const wrong = ballots.contests.filter(({ area, race, heldBy, choices }) => {
    const codes = new Set(choices.map((choice) => choice.code));
    const foreign = choices.filter(({ party }) => typeof party === 'string' && !parties.has(party));
    const badCodes = choices.filter((choice) => !code.test(choice.code));
    const held = typeof heldBy === 'string' && !parties.has(heldBy);
    return (
      !places.has(area) ||
      !races.has(race) ||
      codes.size < choices.length ||
      foreign.length + badCodes.length > 0 ||
      held
    );
  });
  expect(wrong).toEqual([]);
};

/** Every sheet finds its contest and passes the rules; there are as many as promised, with a key each. */
export const expectSheets = (election: NationElection, register: NationRegister): void => {
  const judge = createJudge(register, election);
  const keys = new Set<string>();
  const broken: unknown[] = [];
  for (const sheet of election.sheets()) {
    keys.add(sheet.key);
    const codes = judge(sheet);
    if (codes.length > 0 && broken.length < 5) broken.push({ sheet, codes });
  }
  expect(broken).toEqual([]);
  expect(keys.size).toBe(election.sheetCount);
};

/** Register, ballots and sheets of every election, and that each stands on a register of the nation. */
export const expectNation = ({ registers, election, previous }: Nation): void => {
  for (const register of registers) expectRegister(register);
  for (const some of [...previous, election]) {
    const register = registers.find((candidate) => candidate.code === some.body.register)!;
    expect(some.body.code).toMatch(code);
    expectBallots(some, register);
    expectSheets(some, register);
  }
  expect(election.body.previous).toBe(previous.at(-1)?.body.code);
};
