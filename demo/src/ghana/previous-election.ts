import { apportion } from './apportion.ts';
import { candidates2020 } from './facts/candidates.ts';
import { constituencies } from './facts/constituencies.ts';
import { declared2020 } from './facts/declared.ts';
import { votes2020 } from './facts/presidential-votes.ts';
import { regions } from './facts/regions.ts';
import { listPresidentialContest } from './list-contests.ts';
import type { DemoArea, DemoContest, DemoSheet } from './nation.ts';

export interface PreviousElection {
  /** Country and 16 regions; a region is the reporting unit. */
  areas: DemoArea[];
  contests: DemoContest[];
  /** One a region. */
  sheets: DemoSheet[];
  /** Who won each seat of parliament in 2020, by constituency code; Guan, new in 2024, has no row. */
  seats: { constituency: string; party: string; assumed: boolean }[];
}

/**
 * The election of December 2020. Votes are the declared ones. Registers by region are the sums of the provisional register by
 * constituency (16,845,439; the final national one is 17,027,641). Rejected ballots are known for the nation only: the 314,113
 * of the corrected declaration are spread over the regions by valid votes, so `rejected` and `cast` of a region are estimates.
 */
export const listPreviousElection = (): PreviousElection => {
  const votesOf = (code: string): readonly number[] => votes2020.get(code)!;
  const valid = regions.map(({ code }) => votesOf(code).reduce((a, b) => a + b, 0));
  const { cast, valid: declaredValid } = declared2020.corrected;
  const rejected = apportion({ total: cast - declaredValid, weights: valid });
  const areas: DemoArea[] = regions.map(({ code, name, capital, point, letter }) => ({
    ...{ code, name, level: 1, parent: 'GH', capital, point, registeredEstimated: true },
    registered: constituencies
      .filter((row) => row.code.startsWith(letter) && row.mpParty2020 !== null)
      .reduce((sum, row) => sum + row.registered2020, 0),
  }));
  const registered = areas.reduce((sum, area) => sum + area.registered, 0);
  return {
    areas: [
      { code: 'GH', name: 'Ghana', level: 0, parent: null, registered, registeredEstimated: true },
      ...areas,
    ],
    contests: [listPresidentialContest(2020)],
    sheets: areas.map((area, i) => ({
      station: area.code,
      race: 'presidential',
      votes: Object.fromEntries(candidates2020.map(({ code }, k) => [code, votesOf(area.code)[k]!])),
      rejected: rejected[i]!,
      cast: valid[i]! + rejected[i]!,
      registered: area.registered,
    })),
    seats: constituencies.flatMap(({ code, mpParty2020, assumed }) =>
      mpParty2020 === null
        ? []
        : [{ constituency: `GH-${code}`, party: mpParty2020, assumed: assumed.includes('mp2020') }],
    ),
  };
};
