import { allows, type Caller, reaches } from '../../platform/access/allows.ts';
import { rolePermissions } from '../../platform/access/permissions.ts';
import type { ElectionFacts } from '../elections/index.ts';
import { areaPathOf } from './lock-sheet.ts';

/** The stations whose sheets the caller may read, by id; null stands for all of the election. */
export const readableStations = (
  election: ElectionFacts,
  caller: Caller,
  now: Date,
): readonly string[] | null => {
  if (allows(caller, 'sheets.read', { electionId: election.id }, now)) return null;
  if (caller.kind !== 'person') return [];
  const { register, id: electionId } = election;
  const areas = caller.grants.flatMap((grant) => {
    const area = grant.areaId === null ? undefined : register.find(grant.areaId);
    if (area === undefined || !rolePermissions[grant.role].includes('sheets.read')) return [];
    return reaches(grant, { electionId, areaPath: areaPathOf(election, area) }, now) ? [area] : [];
  });
  const last = register.levels.length - 1;
  const stations = new Set(areas.flatMap((area) => register.descendantsAt(area, last)));
  return [...stations].map((station) => register.ids[station] ?? '');
};

/** The same for one station. */
export const mayReadStation = (
  election: ElectionFacts,
  stationId: string,
  { caller, now }: { caller: Caller; now: Date },
): boolean => {
  const station = election.register.find(stationId);
  if (station === undefined) return false;
  return allows(
    caller,
    'sheets.read',
    { electionId: election.id, areaPath: areaPathOf(election, station) },
    now,
  );
};
