// What an election's totals are added up by: the tree of its areas and the ballots of its races.

export interface ElectionPlan {
  /** Code and the parent's code, null for the whole. */
  readonly areas: readonly (readonly [code: string, parent: string | null])[];
  readonly contests: readonly PlannedContest[];
}

export interface PlannedContest {
  readonly race: string;
  /** The district's code. */
  readonly area: string;
  readonly code: string;
  /** Code of the choice, and of its column above the districts, in ballot order. */
  readonly choices: readonly (readonly [code: string, column: string])[];
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** One text for one plan, whatever the order in which its parts were listed. */
export const planText = ({ areas, contests }: ElectionPlan): string =>
  JSON.stringify([
    'comitium/plan/1',
    [...areas].sort((a, b) => compareText(a[0], b[0])),
    contests
      .map(({ race, area, code, choices }) => [race, area, code, choices] as const)
      .sort((a, b) => compareText(a[0], b[0]) || compareText(a[2], b[2])),
  ]);
