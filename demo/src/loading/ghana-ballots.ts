import type { BallotImportBody } from '@comitium/contract';
import type { DemoArea, DemoContest, DemoParty, DemoRace } from '../ghana/index.ts';

const races = {
  // Article 63 (3) of the constitution: more than half of the valid votes, or a second round.
  presidential: { code: 'presidential', name: 'President', seatMethod: 'majority' },
  parliamentary: { code: 'parliamentary', name: 'Parliament', seatMethod: 'plurality' },
} as const satisfies Record<DemoRace, BallotImportBody['races'][number]>;

/** How the demonstration writes an independent; on the wire he has no party. */
const independent = 'IND';

const partyOf = (code: string | null | undefined): string | null =>
  code === undefined || code === independent ? null : code;

export const ghanaBallots = (
  parties: readonly DemoParty[],
  contests: readonly DemoContest[],
  areas: readonly DemoArea[],
): BallotImportBody => {
  const nameOf = new Map(areas.map(({ code, name }) => [code, name]));
  const standing = new Set(contests.map(({ race }) => race));
  return {
    parties: parties
      .filter(({ code }) => code !== independent)
      .map(({ code, name, color }) => ({ code, name, shortName: code, color })),
    races: [...standing].map((race) => races[race]),
    contests: contests.map(({ race, area, heldBy, choices }) => ({
      ...{ race, area, seats: 1, heldBy: partyOf(heldBy) },
      name: race === 'presidential' ? races.presidential.name : (nameOf.get(area) ?? area),
      choices: choices
        .toSorted((a, b) => a.ballotOrder - b.ballotOrder)
        .map(({ code, name, party, color }) => ({ code, name, party: partyOf(party), color })),
    })),
  };
};
