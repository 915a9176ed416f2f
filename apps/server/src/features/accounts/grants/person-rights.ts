import type { GrantedRole } from '../../../platform/access/allows.ts';

/** What a person may do now, as the database says it. */
export interface PersonRights {
  readonly name: string;
  readonly disabled: boolean;
  readonly grants: readonly GrantedRole[];
}
