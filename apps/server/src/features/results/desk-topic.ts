import { type AreaId, type ElectionId, ok, type UserId } from '@comitium/basics';
import type { JsonObject } from '@comitium/contract';
import { sql } from 'kysely';
import { allows, type Caller } from '../../platform/access/allows.ts';
import type { Database } from '../../platform/database/index.ts';
import type { TopicDefinition } from '../../platform/live/index.ts';
import type { ElectionBook, ElectionFacts } from '../elections/index.ts';
import { areaPathOf } from './lock-sheet.ts';

export interface DeskParts {
  readonly db: Database;
  readonly elections: ElectionBook;
  readonly now: () => Date;
  callerOfPerson(id: UserId): Promise<Caller>;
}

/** `place` is null where there is no such election or area: then nobody may watch, and nobody learns it. */
export interface DeskParams {
  readonly place: {
    readonly electionId: ElectionId;
    /** The area and all above it; the register of an election never changes. */
    readonly areaPath: readonly AreaId[];
  } | null;
}

const shown = 50;

/**
 * What waits at the desk of an election, or of one of its areas: counts, and the newest sheets. Who works in several
 * areas watches one topic for each, shared with all who work there; `areaPath` tells which of them lies in another.
 */
export const deskTopic = (parts: DeskParts): TopicDefinition<DeskParams> => ({
  name: 'desk',
  pattern: 'desk:<election>[:<area>]',
  access: { kind: 'restricted', rule: 'sheets.review in the election, or in the area' },
  rateHz: 1,
  parse: async (topic) => {
    const [, code = '', area] = topic.split(':');
    const election = await parts.elections.find(code);
    const index = area === undefined ? 0 : election?.register.find(area);
    if (election === null || index === undefined) return ok({ place: null });
    return ok({ place: { electionId: election.id, areaPath: areaPathOf(election, index) } });
  },
  mayWatch: async (viewer, { place }) => {
    if (viewer.kind !== 'user' || place === null) return false;
    const caller = await parts.callerOfPerson(viewer.id as UserId);
    return allows(caller, 'sheets.review', place, parts.now());
  },
  snapshot: async ({ place }) => {
    const election = place === null ? null : await parts.elections.find(place.electionId);
    if (place === null || election === null) throw new Error('the election of a desk is gone');
    const desk = await readDesk(parts.db, election, stationsBelow(election, place.areaPath));
    return { areaPath: [...place.areaPath], ...desk };
  },
});

/** Ids of the area's stations; null stands for all. */
const stationsBelow = ({ register }: ElectionFacts, [areaId]: readonly AreaId[]): string[] | null => {
  const area = register.find(areaId ?? '') ?? 0;
  if (area === 0) return null;
  return register
    .descendantsAt(area, register.levels.length - 1)
    .map((station) => register.ids[station] ?? '');
};

interface LatestRow {
  readonly id: string;
  readonly station_id: string;
  readonly contest_id: string;
  readonly status: string;
  readonly flagged: boolean;
  readonly revision: number;
  readonly updated_at: Date;
}

const readDesk = async (
  db: Database,
  election: ElectionFacts,
  stations: readonly string[] | null,
): Promise<JsonObject> => {
  const there = stations === null ? sql`true` : sql`station_id = any(${[...stations]}::uuid[])`;
  const counts = await sql<{ held: number; flagged: number }>`
    select count(*) filter (where status = 'held')::int as held,
      count(*) filter (where flagged and status = 'accepted')::int as flagged
    from sheet where election_id = ${election.id} and (status = 'held' or flagged) and ${there}`.execute(
    db.kysely,
  );
  const open = await sql<{ conflicts: number }>`
    select count(*)::int as conflicts from sheet_conflict
    where election_id = ${election.id} and settled_at is null and ${there}`.execute(db.kysely);
  const latest = await sql<LatestRow>`
    select id, station_id, contest_id, status, flagged, revision, updated_at from sheet
    where election_id = ${election.id} and ${there} order by updated_at desc, id desc limit ${shown}`.execute(
    db.kysely,
  );
  return {
    counts: {
      held: counts.rows[0]?.held ?? 0,
      flagged: counts.rows[0]?.flagged ?? 0,
      conflicts: open.rows[0]?.conflicts ?? 0,
    },
    latest: latest.rows.map((row) => ({
      id: row.id,
      station: election.register.codes[election.register.find(row.station_id) ?? -1] ?? '',
      name: election.register.names[election.register.find(row.station_id) ?? -1] ?? '',
      contest: election.contest(row.contest_id)?.name ?? '',
      status: row.status,
      flagged: row.flagged,
      revision: row.revision,
      updatedAt: row.updated_at.toISOString(),
    })),
  };
};
