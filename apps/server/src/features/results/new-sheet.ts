import type { Finding, SheetFigures } from '@comitium/tally';
import type { LedgerOrigin } from '../../platform/ledger/index.ts';
import type { ContestFacts, ElectionFacts } from '../elections/index.ts';
import type { MadeLeaf } from './sheet-leaf.ts';

/** A sheet that has passed every check that needs no database, ready for the intake. */
export interface NewSheet {
  readonly sheetId: string;
  readonly election: ElectionFacts;
  readonly contest: ContestFacts;
  readonly stationIndex: number;
  readonly status: 'accepted' | 'held';
  readonly figures: SheetFigures;
  readonly findings: readonly Finding[];
  readonly authorId: string;
  readonly key: string;
  /** Of what was said of which place, in hex. */
  readonly bodyHash: string;
  /** Its entry in the public log, and the salt of what the entry commits to. */
  readonly leaf: MadeLeaf;
  readonly salt: string;
  readonly source: string;
  readonly onBehalfOf: string | null;
  readonly device: string | null;
  readonly note: string | null;
  readonly capturedAt: Date | null;
  readonly receivedAt: Date;
  readonly attachments: readonly string[];
  readonly origin: LedgerOrigin;
}

export const stationId = (sheet: Pick<NewSheet, 'election' | 'stationIndex'>): string =>
  sheet.election.register.ids[sheet.stationIndex] ?? '';
