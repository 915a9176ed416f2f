import { unwrap } from '@comitium/basics';
import type { AreaRow, BallotImportBody } from '@comitium/contract';
import { byOperator, type TestApp } from './open-test-app.ts';

/** How many children an area of each level has: `[2, 3, 4]` is two regions of three districts of four stations. */
export type Shape = readonly number[];

export const testLevels = ['national', 'region', 'district', 'ward', 'station'] as const;

export const stationRegister = 500;

/** The areas of a regular tree; a station's code is its path, such as `L-1-2-4`. */
export const areasOf = (shape: Shape): AreaRow[] => {
  const areas: AreaRow[] = [];
  const grow = (code: string, parent: string | null, level: number): void => {
    const last = level === shape.length;
    areas.push({ code, name: `Area ${code}`, parent, level, registered: last ? stationRegister : 0 });
    for (let child = 1; !last && child <= (shape[level] ?? 0); child++)
      grow(`${code}-${child}`, code, level + 1);
  };
  grow('L', null, 0);
  return areas;
};

const party = (code: string, color: string) => ({ code, name: `Party ${code}`, shortName: code, color });

/** A president for the nation (three choices, one without party) and a seat in each region. */
export const testBallots = (regions: number): BallotImportBody => ({
  parties: [party('red', '#aa0000'), party('blue', '#0000aa')],
  races: [
    { code: 'president', name: 'President', seatMethod: 'majority' },
    { code: 'parliament', name: 'Parliament', seatMethod: 'plurality' },
  ],
  contests: [
    {
      race: 'president',
      area: 'L',
      choices: [
        { code: 'ama', name: 'Ama', party: 'red' },
        { code: 'kofi', name: 'Kofi', party: 'blue' },
        { code: 'esi', name: 'Esi' },
      ],
    },
    ...Array.from({ length: regions }, (_, at) => ({
      race: 'parliament',
      area: `L-${at + 1}`,
      heldBy: 'red',
      choices: [
        { code: `red-${at + 1}`, name: `Red ${at + 1}`, party: 'red' },
        { code: `blue-${at + 1}`, name: `Blue ${at + 1}`, party: 'blue' },
      ],
    })),
  ],
});

/** Imports a nation of that shape with one election, counting. */
export const openTestElection = async (
  { app }: TestApp,
  { code = 'e', shape = [2, 2, 3] }: { code?: string; shape?: Shape } = {},
): Promise<void> => {
  const register = `${code}-register`;
  const levels = [...testLevels.slice(0, shape.length), 'station'];
  const areas = areasOf(shape);
  unwrap(await app.territory.importRegister({ code: register, name: 'Land', levels, areas }, byOperator));
  const body = { code, name: 'Election', kind: 'general', pollingDate: '2024-12-07', register } as const;
  unwrap(await app.elections.createElection(body, byOperator));
  const change = { origin: byOperator, election: code };
  unwrap(await app.elections.importBallots(change, testBallots(shape[0] ?? 0)));
  for (const to of ['open', 'start-counting'] as const) {
    unwrap(await app.elections.moveElection({ ...change, transition: to }));
  }
};

export interface PresidentVotes {
  readonly ama: number;
  readonly kofi: number;
  readonly esi: number;
}

/** A clean sheet of the presidential race. */
export const presidentSheet = (station: string, votes: PresidentVotes, rejected = 2) => ({
  station,
  contest: 'president',
  votes: { ...votes },
  rejected,
  cast: votes.ama + votes.kofi + votes.esi + rejected,
  registered: stationRegister,
});
