import { err, ok, type Result } from '@comitium/basics';
import { type Problem, problem } from '@comitium/contract';
import { sql } from 'kysely';
import { allows, type PersonCaller } from '../../platform/access/allows.ts';
import { ledgerOrigin } from '../../platform/access/origin.ts';
import { inTransaction, type Transaction } from '../../platform/database/index.ts';
import type { ElectionFacts, RaceFacts } from '../elections/index.ts';
import { changeSheets } from './change-sheets.ts';
import { areaPathOf, lockElection, lockedSheet } from './lock-sheet.ts';
import type { ResultsContext } from './results-context.ts';
import type { SheetTable } from './results-schema.ts';
import { nextStatus, sheetEvents } from './sheet.ts';

export interface CertifyAreaRequest {
  readonly caller: PersonCaller;
  readonly area: string;
  /** All races where it is left out. */
  readonly race?: string;
  readonly reason: string | null;
  readonly by: 'certify' | 'uncertify';
  readonly requestId: string;
}

/**
 * Certifies every sheet of an area at once, when each of its stations has a verified one; or takes that back by
 * decision. All in one transaction: nobody sees half an area certified.
 */
export const certifyArea = async (
  { platform }: ResultsContext,
  election: ElectionFacts,
  request: CertifyAreaRequest,
): Promise<Result<{ sheets: number }, Problem>> => {
  const place = findArea(election, request);
  if (!place.ok) return place;
  const now = platform.clock.now();
  const scope = { electionId: election.id, areaPath: areaPathOf(election, place.value.area) };
  if (!allows(request.caller, 'sheets.certify', scope, now)) {
    return err(problem('forbidden', `To certify ${request.area} you need sheets.certify there.`));
  }
  return inTransaction(platform.db, async (tx) => {
    await sql`set local statement_timeout = '120s'`.execute(tx);
    const open = await lockElection(tx, election);
    if (!open.ok) return open;
    const rows = await lockSheets(tx, election, place.value);
    const complete = request.by === 'uncertify' ? ok(undefined) : mustBeComplete(election, place.value, rows);
    if (!complete.ok) return complete;
    const changes = rows.flatMap((row) => changeOf(election, request, row));
    await changeSheets(tx, changes, now);
    return ok({ sheets: changes.length });
  });
};

interface Place {
  readonly area: number;
  readonly races: readonly RaceFacts[];
  readonly stations: readonly number[];
}

const findArea = (election: ElectionFacts, request: CertifyAreaRequest): Result<Place, Problem> => {
  const { register } = election;
  const area = register.find(request.area);
  if (area === undefined) return err(problem('area_not_found', `There is no area ${request.area}.`));
  const race = request.race === undefined ? undefined : election.race(request.race);
  if (request.race !== undefined && race === undefined) {
    return err(problem('race_not_found', `There is no race ${request.race}.`));
  }
  const races = race === undefined ? election.races : [race];
  return ok({ area, races, stations: register.descendantsAt(area, register.levels.length - 1) });
};

const lockSheets = async (tx: Transaction, election: ElectionFacts, place: Place): Promise<SheetTable[]> => {
  const stations = place.stations.map((station) => election.register.ids[station] ?? '');
  const { rows } = await sql<SheetTable>`
    select s.* from sheet s join area a on a.id = s.station_id
    where s.station_id = any(${stations}::uuid[]) and s.status <> 'rejected'
      and s.race_id = any(${place.races.map((race) => race.id as string)}::uuid[])
    order by s.contest_id, a.position for update of s`.execute(tx);
  return rows;
};

const mustBeComplete = (
  { register }: ElectionFacts,
  { races, stations }: Place,
  rows: readonly SheetTable[],
): Result<void, Problem> => {
  const ready = new Set(
    rows
      .filter((row) => row.status === 'verified' || row.status === 'certified')
      .map((row) => `${row.race_id} ${row.station_id}`),
  );
  const missing = races.flatMap((race) =>
    stations
      .filter((station) => race.contestAt(station) !== undefined)
      .filter((station) => !ready.has(`${race.id} ${register.ids[station]}`))
      .map((station) => ({ race: race.code, station: register.codes[station] })),
  );
  if (missing.length === 0) return ok(undefined);
  return err(
    problem('not_complete', `${missing.length} sheets are missing or not verified yet.`, {
      extra: { missing: missing.slice(0, 100), missingCount: missing.length },
    }),
  );
};

const changeOf = (election: ElectionFacts, request: CertifyAreaRequest, row: SheetTable) => {
  const sheet = lockedSheet(election, row);
  const status = nextStatus(sheet.status, request.by);
  if (status === null) return [];
  return [
    {
      type: sheetEvents[request.by],
      election,
      contest: sheet.contest,
      stationIndex: sheet.stationIndex,
      sheetId: sheet.id,
      revision: sheet.revision,
      flagged: sheet.flagged,
      reason: request.reason,
      entry: null,
      before: { status: sheet.status, figures: sheet.figures },
      after: { status, figures: sheet.figures },
      origin: ledgerOrigin(request),
    },
  ];
};
