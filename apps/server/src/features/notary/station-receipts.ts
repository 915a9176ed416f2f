import type { StationReceipts } from '@comitium/contract';
import { type Opening, whoText } from '@comitium/proof';
import { sql } from 'kysely';
import type { Database } from '../../platform/database/index.ts';
import type { ElectionFacts } from '../elections/index.ts';
import { listRevisionsOfStation, type StationRevision, sheetStream } from '../results/index.ts';
import { readInclusionProof } from './log-files.ts';
import { readCheckpointNote } from './log-routes.ts';
import type { CheckpointRow } from './log-store.ts';

export interface ReceiptsAsked {
  readonly stationId: string;
  /** The caller may read the station's sheets: all openings are theirs. */
  readonly entitled: boolean;
  readonly checkpoint: CheckpointRow;
}

interface LeafRow {
  readonly index: number;
  readonly entry: string;
  readonly stream: string;
  readonly salt: Buffer | null;
  readonly actor: string | null;
  readonly on_behalf_of: string | null;
  readonly reason: string | null;
}

/** Receipts of every leaf about a station's sheets, in the order of the log. */
export const listStationReceipts = async (
  db: Database,
  election: ElectionFacts,
  asked: ReceiptsAsked,
): Promise<StationReceipts['items']> => {
  const revisions = await listRevisionsOfStation(db.kysely, election, asked.stationId);
  const streams = [...new Set(revisions.map((revision) => sheetStream(revision.sheetId)))];
  const { rows } = await sql<LeafRow>`
    select n.index, coalesce(n.entry, l.entry) as entry, l.stream, n.salt, l.actor, l.on_behalf_of, l.reason
    from ledger l join notary_leaf n on n.ledger_id = l.id
    where l.stream = any(${streams}::text[]) order by n.index`.execute(db.kysely);
  const checkpoint = await readCheckpointNote(db, asked.checkpoint);
  const { size } = asked.checkpoint;
  return Promise.all(
    rows.map(async (row) => {
      const proof =
        row.index < size
          ? {
              index: row.index,
              size,
              hashes: await readInclusionProof(db.kysely, row.index, size),
              checkpoint,
            }
          : undefined;
      return {
        kind: 'comitium/receipt/1' as const,
        leaf: row.entry,
        ...openingsOf(row, revisions, asked.entitled),
        ...(proof === undefined ? {} : { proof }),
      };
    }),
  );
};

const openingsOf = (
  row: LeafRow,
  revisions: readonly StationRevision[],
  entitled: boolean,
): { figures?: Opening; who?: Opening } => {
  if (row.salt !== null) {
    const { actor, on_behalf_of: onBehalfOf, reason } = row;
    const who = { text: whoText({ actor, onBehalfOf, reason }), salt: row.salt.toString('hex') };
    return entitled ? { who } : {};
  }
  // The seventh member of a sheet's leaf is its revision; one sheet has each revision once.
  const [, , , , , , revision] = JSON.parse(row.entry) as unknown[];
  const found = revisions.find((one) => sheetStream(one.sheetId) === row.stream && one.revision === revision);
  if (found === undefined) return {};
  if (entitled) return { figures: found.figures, who: found.who };
  return found.publicFigures ? { figures: found.figures } : {};
};
