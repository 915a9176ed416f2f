import type { AreaId, ElectionId, Result } from '@comitium/basics';
import type { Problem, ScopeReference } from '@comitium/contract';

/** A scope whose election and area are known to exist and to belong together. */
export interface ResolvedScope {
  readonly electionId: ElectionId | null;
  readonly areaId: AreaId | null;
  /** The area and all its ancestors; empty without an area. */
  readonly areaPath: readonly AreaId[];
  /** Bound to what the holder made. */
  readonly own: boolean;
}

export type ScopeIds = Pick<ResolvedScope, 'electionId' | 'areaId'>;

/** As a reference that `resolve` takes. */
export const referenceOf = ({ electionId, areaId, own }: ScopeIds & { own: boolean }): ScopeReference => ({
  ...(electionId === null ? {} : { election: electionId }),
  ...(areaId === null ? {} : { area: areaId }),
  ...(own ? { own } : {}),
});

/**
 * What accounts must be told about elections and areas, given at composition because those rooms lie above.
 * `resolve` takes ids and codes (an area's code needs the election or the register) and fails with
 * election_not_found or area_not_found. `namesOf` answers in the same order, for people to read.
 */
export interface ScopeDirectory {
  resolve(reference: ScopeReference): Promise<Result<ResolvedScope, Problem>>;
  namesOf(scopes: readonly ScopeIds[]): Promise<readonly string[]>;
}
