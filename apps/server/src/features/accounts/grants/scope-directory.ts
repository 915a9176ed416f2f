import type { AreaId, ElectionId, Result } from '@comitium/basics';
import type { Problem, ScopeReference } from '@comitium/contract';

/** A scope whose election and area are known to exist and to belong together. */
export interface ResolvedScope {
  readonly electionId: ElectionId | null;
  readonly areaId: AreaId | null;
  /** The area and all its ancestors; empty without an area. */
  readonly areaPath: readonly AreaId[];
}

export type ScopeIds = Pick<ResolvedScope, 'electionId' | 'areaId'>;

/**
 * What accounts must be told about elections and areas, given at composition because those rooms lie above.
 * `resolve` takes ids and codes (an area's code needs the election, whose register it is of) and fails with
 * election_not_found or area_not_found. `namesOf` answers in the same order, for people to read.
 */
export interface ScopeDirectory {
  resolve(reference: ScopeReference): Promise<Result<ResolvedScope, Problem>>;
  namesOf(scopes: readonly ScopeIds[]): Promise<readonly string[]>;
}
