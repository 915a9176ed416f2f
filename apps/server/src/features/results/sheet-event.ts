import type { Revision, SheetFigures } from '@comitium/tally';
import type { LedgerEvent, LedgerOrigin } from '../../platform/ledger/index.ts';
import type { ContestFacts, ElectionFacts } from '../elections/index.ts';
import type { SheetEventType } from './result-events.ts';

export interface SheetChange {
  readonly type: SheetEventType;
  readonly election: ElectionFacts;
  readonly contest: ContestFacts;
  readonly stationIndex: number;
  readonly sheetId: string;
  readonly revision: number;
  readonly flagged: boolean;
  readonly reason: string | null;
  /** Of the public log, where new figures came. */
  readonly entry: string | null;
  readonly before: Revision | null;
  readonly after: Revision;
  readonly origin: LedgerOrigin;
}

export const sheetStream = (sheetId: string): string => `sheet:${sheetId}`;

export const sheetEvent = (change: SheetChange): LedgerEvent => ({
  stream: sheetStream(change.sheetId),
  type: change.type,
  version: 1,
  ...change.origin,
  reason: change.reason,
  entry: change.entry,
  payload: {
    electionId: change.election.id,
    raceId: change.contest.race.id,
    contestId: change.contest.id,
    stationId: change.election.register.ids[change.stationIndex] ?? '',
    sheetId: change.sheetId,
    revision: change.revision,
    flagged: change.flagged,
    reason: change.reason,
    before: change.before === null ? null : revisionJson(change.before),
    after: revisionJson(change.after),
  },
});

const revisionJson = ({ status, figures }: Revision) => ({ status, figures: figuresJson(figures) });

const figuresJson = ({ votes, rejected, cast, registered }: SheetFigures) => ({
  votes,
  rejected,
  cast,
  registered,
});
