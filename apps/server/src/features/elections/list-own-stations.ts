import { type Caller, inForce } from '../../platform/access/allows.ts';
import { rolePermissions } from '../../platform/access/permissions.ts';
import { fold } from '../territory/index.ts';
import type { ElectionFacts } from './election-facts.ts';

interface Wish {
  readonly caller: Caller;
  readonly now: Date;
  /** Part of a code or name. */
  readonly q?: string | undefined;
}

/** The stations at or below the areas where the caller may send sheets, in register order. */
export const listOwnStations = (
  { id, register }: Pick<ElectionFacts, 'id' | 'register'>,
  { caller, now, q }: Wish,
): readonly number[] => {
  if (caller.kind !== 'person') return [];
  const areas = caller.grants
    .filter(
      (grant) =>
        rolePermissions[grant.role].includes('sheets.submit') &&
        (grant.electionId === null || grant.electionId === id) &&
        inForce(grant, now),
    )
    .flatMap(({ areaId }) => (areaId === null ? 0 : (register.find(areaId) ?? [])));
  const last = register.levels.length - 1;
  const stations = new Set(areas.flatMap((area) => register.descendantsAt(area, last)));
  const ordered = [...stations].sort((a, b) => a - b);
  const wanted = fold(q?.trim() ?? '');
  if (wanted === '') return ordered;
  return ordered.filter((station) =>
    [register.codes[station], register.names[station]].some((text) => fold(text ?? '').includes(wanted)),
  );
};
