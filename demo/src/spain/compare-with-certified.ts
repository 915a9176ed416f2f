import { provinceCode } from './area-codes.ts';
import type { SpainParty } from './list-parties.ts';
import type { CertifiedCell } from './read-certified.ts';
import type { ProvinceTotals } from './sum-by-province.ts';

export interface DifferingCell {
  /** Code of the province's area. */
  readonly area: string;
  readonly choice: string;
  readonly certified: number;
  readonly counted: number;
}

/** Certified votes under the codes of this project's areas and choices. */
export const certifiedTotals = (
  cells: readonly CertifiedCell[],
  partyOf: ReadonlyMap<string, SpainParty>,
): ProvinceTotals => {
  const totals = new Map<string, Map<string, number>>();
  for (const { province, candidacy, votes } of cells) {
    const area = provinceCode(province);
    const choices = totals.get(area) ?? new Map<string, number>();
    totals.set(area, choices.set(partyOf.get(candidacy)?.code ?? candidacy, votes));
  }
  return totals;
};

/**
 * The certified cells that the totals do not hit; a missing one counts as 0. Totals come from anywhere: summed from the files, or
 * read back from a server. For 2023 exactly seven of 550 cells differ, all in Toledo: the published stations are not the certified
 * ones there.
 */
export const compareWithCertified = (certified: ProvinceTotals, totals: ProvinceTotals): DifferingCell[] =>
  Array.from(certified).flatMap(([area, choices]) =>
    Array.from(choices).flatMap(([choice, votes]) => {
      const counted = totals.get(area)?.get(choice) ?? 0;
      return counted === votes ? [] : [{ area, choice, certified: votes, counted }];
    }),
  );
