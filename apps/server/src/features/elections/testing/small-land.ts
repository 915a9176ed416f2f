import { unwrap } from '@comitium/basics';
import type { BallotImportBody, CreateElectionBody } from '@comitium/contract';
import { byOperator, type TestBed } from './create-test-bed.ts';

const area = (code: string, level: number, parent: string | null, registered = 0) => ({
  code,
  name: `Name ${code}`,
  parent,
  level,
  registered,
});

/** A nation of two regions with two stations each. */
export const importSmallLand = async ({ territory }: TestBed): Promise<void> => {
  const stations = ['N1', 'N2', 'S1', 'S2'].map((code) => area(code, 2, code.slice(0, 1), 100));
  const areas = [area('L', 0, null), area('N', 1, 'L'), area('S', 1, 'L'), ...stations];
  const levels = ['national', 'region', 'station'];
  unwrap(await territory.importRegister({ code: 'land', name: 'Land', levels, areas }, byOperator));
};

export const electionBody = (code: string): CreateElectionBody => ({
  code,
  name: `Election ${code}`,
  kind: 'general',
  pollingDate: '2024-12-07',
  register: 'land',
});

const party = (code: string, color: string) => ({ code, name: `Party ${code}`, shortName: code, color });

/** A president for the whole nation; a parliament with a seat in each region, whose ballots have blank votes. */
export const smallBallots = (): BallotImportBody => ({
  parties: [party('red', '#aa0000'), party('blue', '#0000aa')],
  races: [
    { code: 'president', name: 'President', seatMethod: 'majority' },
    { code: 'parliament', name: 'Parliament', seatMethod: 'plurality', blankVotes: true },
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
    { race: 'parliament', area: 'N', heldBy: 'red', choices: [{ code: 'n-red', name: 'Nii', party: 'red' }] },
    { race: 'parliament', area: 'S', choices: [{ code: 's-ind', name: 'Sena', color: '#123456' }] },
  ],
});
