import { err, ok, type Result } from '@comitium/basics';
import {
  type Problem,
  problem,
  type SheetReceipt,
  type SheetStatus,
  type SheetWarning,
} from '@comitium/contract';
import { sql } from 'kysely';
import { type Database, plainArray, textArray } from '../../platform/database/index.ts';
import type { RefusedSheet } from './conflict-store.ts';
import type { IntakeAnswer } from './intake-answer.ts';
import { type NewSheet, stationId } from './new-sheet.ts';
import { type MadeLeaf, makeSheetLeaf } from './sheet-leaf.ts';
import { leafReceipt } from './sheet-receipt.ts';
import { choicesToVotes } from './votes-by-choice.ts';

interface EarlierRow {
  readonly n: number;
  readonly sheet_id: string;
  readonly status: SheetStatus;
  readonly warnings: SheetWarning[];
  readonly received_at: Date;
  readonly salt: Buffer;
  readonly body_hash: Buffer;
}

interface LiveRow {
  readonly n: number;
  readonly id: string;
  readonly revision: number;
  readonly status: SheetStatus;
  readonly votes: number[];
  readonly rejected: number;
  readonly cast_ballots: number;
  readonly registered: number;
  readonly source: string;
  readonly received_at: Date;
}

/**
 * Why a place or key was taken: the same request again (replayed with its first answer), the same key for other
 * figures, or another sheet that is live at the station. The answer holds that sheet, for comparison.
 */
export const resolveTaken = async (
  db: Database,
  sheets: readonly NewSheet[],
): Promise<Map<NewSheet, Resolved>> => {
  const earlier = await findByKey(db, sheets);
  const live = await findLive(db, sheets);
  return new Map(
    sheets.map((sheet, n): [NewSheet, Resolved] => {
      const first = earlier.get(n);
      if (first !== undefined) return [sheet, { result: replay(sheet, first), refused: null }];
      const standing = live.get(n);
      return [sheet, { result: err(conflict(sheet, standing)), refused: refusedBy(sheet, standing) }];
    }),
  );
};

/** What its key was answered before, null where the key is new. */
export const findReplay = async (
  db: Database,
  sheet: NewSheet,
): Promise<Result<IntakeAnswer, Problem> | null> => {
  const first = (await findByKey(db, [sheet])).get(0);
  return first === undefined ? null : replay(sheet, first);
};

export interface Resolved {
  readonly result: Result<IntakeAnswer, Problem>;
  /** What the desk should see of it. */
  readonly refused: RefusedSheet | null;
}

const refusedBy = (sheet: NewSheet, live: LiveRow | undefined): RefusedSheet | null => {
  if (live === undefined) return null;
  const { votes, rejected, cast, registered } = sheet.figures;
  const sameFigures =
    votes.every((count, at) => count === live.votes[at]) &&
    rejected === live.rejected &&
    cast === live.cast_ballots &&
    registered === live.registered;
  return { sheet, liveId: live.id, sameFigures };
};

const replay = (sheet: NewSheet, first: EarlierRow): Result<IntakeAnswer, Problem> => {
  if (first.body_hash.toString('hex') !== sheet.bodyHash) {
    return err(problem('idempotency_key_reused', 'This key was used for other figures; take a new one.'));
  }
  const receipt: SheetReceipt = {
    sheetId: first.sheet_id,
    revision: 1,
    status: first.status,
    warnings: first.warnings,
    receipt: leafReceipt(firstLeaf(sheet, first), first.salt.toString('hex')),
  };
  return ok({ receipt, replayed: true });
};

/** The same body was sent: place and figures are the same, identity and time are those of the first. */
const firstLeaf = (sheet: NewSheet, first: EarlierRow): MadeLeaf =>
  makeSheetLeaf({
    ...sheet,
    sheetId: first.sheet_id,
    revision: 1,
    status: first.status,
    who: { actor: sheet.authorId, onBehalfOf: sheet.onBehalfOf, reason: null },
    receivedAt: first.received_at,
    salt: first.salt.toString('hex'),
  });

const conflict = (sheet: NewSheet, live: LiveRow | undefined): Problem => {
  if (live === undefined) {
    return problem('sheet_exists', 'Another sheet of this station was withdrawn just now; send again.', {
      retryAfterSeconds: 1,
    });
  }
  const { election, contest } = sheet;
  return problem(
    'sheet_exists',
    `${election.register.names[sheet.stationIndex]} already has a live sheet for ${contest.name}. Compare, and correct it if it is wrong.`,
    {
      extra: {
        sheet: {
          id: live.id,
          revision: live.revision,
          status: live.status,
          votes: choicesToVotes(contest, live.votes),
          rejected: live.rejected,
          cast: live.cast_ballots,
          registered: live.registered,
          source: live.source,
          receivedAt: live.received_at.toISOString(),
        },
        correct: `/api/v1/elections/${election.code}/results/sheets/${live.id}/correct`,
      },
    },
  );
};

const findByKey = async (db: Database, sheets: readonly NewSheet[]): Promise<Map<number, EarlierRow>> => {
  const { rows } = await sql<EarlierRow>`
    select d.n::int as n, r.sheet_id, r.status, r.warnings, r.received_at, r.salt, r.body_hash
    from unnest(${plainArray(sheets.map((s) => s.authorId))}::uuid[], ${textArray(sheets.map((s) => s.key))}::text[])
      with ordinality as d (author_id, key, n)
    join sheet_revision r on r.author_id = d.author_id and r.idempotency_key = d.key`.execute(db.kysely);
  return new Map(rows.map((row) => [row.n - 1, row]));
};

const findLive = async (db: Database, sheets: readonly NewSheet[]): Promise<Map<number, LiveRow>> => {
  const { rows } = await sql<LiveRow>`
    select d.n::int as n, s.id, s.revision, s.status, s.votes, s.rejected, s.cast_ballots, s.registered, s.source,
      s.received_at
    from unnest(${plainArray(sheets.map((s) => s.contest.id))}::uuid[],
      ${plainArray(sheets.map((s) => stationId(s)))}::uuid[]) with ordinality as d (contest_id, station_id, n)
    join sheet s on s.contest_id = d.contest_id and s.station_id = d.station_id and s.status <> 'rejected'`.execute(
    db.kysely,
  );
  return new Map(rows.map((row) => [row.n - 1, row]));
};
