import { err, ok, type UserId } from '@comitium/basics';
import type { JsonObject } from '@comitium/contract';
import { sql } from 'kysely';
import { allowsSomewhere, type Caller } from '../../platform/access/allows.ts';
import type { Database } from '../../platform/database/index.ts';
import type { TopicDefinition } from '../../platform/live/index.ts';
import type { ElectionBook, ElectionFacts } from '../elections/index.ts';

export interface DeskParts {
  readonly db: Database;
  readonly elections: ElectionBook;
  readonly now: () => Date;
  callerOfPerson(id: UserId): Promise<Caller>;
}

interface DeskParams {
  readonly electionId: string;
}

const shown = 50;

/** What waits at the desk of an election: counts, and the newest sheets. */
export const deskTopic = (parts: DeskParts): TopicDefinition<DeskParams> => ({
  name: 'desk',
  pattern: 'desk:<election>',
  access: { kind: 'restricted', rule: 'sheets.review in the election' },
  rateHz: 1,
  parse: async (topic) => {
    const code = topic.split(':')[1] ?? '';
    const election = await parts.elections.find(code);
    if (election === null)
      return err({ code: 'election_not_found', message: `There is no election ${code}` });
    return ok({ electionId: election.id });
  },
  mayWatch: async (viewer, { electionId }) => {
    if (viewer.kind !== 'user') return false;
    const caller = await parts.callerOfPerson(viewer.id as UserId);
    return allowsSomewhere(caller, 'sheets.review', electionId as never, parts.now());
  },
  snapshot: async ({ electionId }) => {
    const election = await parts.elections.find(electionId);
    if (election === null) throw new Error(`election ${electionId} is gone`);
    return readDesk(parts.db, election);
  },
});

interface LatestRow {
  readonly id: string;
  readonly station_id: string;
  readonly contest_id: string;
  readonly status: string;
  readonly flagged: boolean;
  readonly revision: number;
  readonly updated_at: Date;
}

const readDesk = async (db: Database, election: ElectionFacts): Promise<JsonObject> => {
  const counts = await sql<{ held: number; flagged: number }>`
    select count(*) filter (where status = 'held')::int as held,
      count(*) filter (where flagged and status = 'accepted')::int as flagged
    from sheet where election_id = ${election.id} and (status = 'held' or flagged)`.execute(db.kysely);
  const open = await sql<{ conflicts: number }>`
    select count(*)::int as conflicts from sheet_conflict
    where election_id = ${election.id} and settled_at is null`.execute(db.kysely);
  const latest = await sql<LatestRow>`
    select id, station_id, contest_id, status, flagged, revision, updated_at from sheet
    where election_id = ${election.id} order by updated_at desc, id desc limit ${shown}`.execute(db.kysely);
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
