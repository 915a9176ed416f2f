import { createHash } from 'node:crypto';
import { err, ok, type Result } from '@comitium/basics';
import { type CorrectSheetBody, type Problem, problem, type Sheet } from '@comitium/contract';
import { allows, type PersonCaller } from '../../platform/access/allows.ts';
import { ledgerOrigin } from '../../platform/access/origin.ts';
import { inTransaction, type Transaction } from '../../platform/database/index.ts';
import type { ElectionFacts } from '../elections/index.ts';
import { changeSheets } from './change-sheets.ts';
import { attachmentsOfSheet, checkAttachments } from './check-attachments.ts';
import { type JudgedFigures, judgeFigures } from './judge-figures.ts';
import { areaPathOf, type LockedSheet, lockSheet } from './lock-sheet.ts';
import type { ResultsContext } from './results-context.ts';
import { mayCorrect, sheetEvents } from './sheet.ts';
import { type MadeLeaf, makeSheetLeaf, newSheetSalt } from './sheet-leaf.ts';
import { findSheet } from './sheet-queries.ts';

export interface CorrectRequest {
  readonly caller: PersonCaller;
  readonly sheetId: string;
  readonly body: CorrectSheetBody;
  readonly key: string;
  readonly expectedRevision: number | null;
  readonly requestId: string;
}

export interface CorrectAnswer {
  readonly sheet: Sheet;
  /** The same request was answered before. */
  readonly replayed: boolean;
}

const defaultAuthorMinutes = 30;

/** Gives a sheet new figures as its next revision. They pass the same rules; verified figures open again. */
export const correctSheet = async (
  context: ResultsContext,
  election: ElectionFacts,
  request: CorrectRequest,
): Promise<Result<CorrectAnswer, Problem>> => {
  const { platform } = context;
  const now = platform.clock.now();
  const attached = await checkAttachments(context, {
    wanted: request.body.attachments ?? [],
    callerId: request.caller.id,
    known: await attachmentsOfSheet(platform.db, request.sheetId),
  });
  if (!attached.ok) return attached;
  const bodyHash = createHash('sha256').update(JSON.stringify(request.body)).digest();
  const corrected = await inTransaction(platform.db, async (tx): Promise<Result<boolean, Problem>> => {
    const earlier = await findEarlier(tx, request);
    if (earlier !== undefined) return sameRequest(earlier, { sheetId: request.sheetId, bodyHash });
    const locked = await lockSheet(tx, election, request);
    if (!locked.ok) return locked;
    const allowed = authorise(election, locked.value, { request, now });
    if (!allowed.ok) return allowed;
    const judged = judgeFigures({ election, contest: locked.value.contest }, request.body, {
      registerFigure: election.register.registered[locked.value.stationIndex],
    });
    if (!judged.ok) return judged;
    await save(tx, { election, sheet: locked.value, request, judged: judged.value, bodyHash, now });
    return ok(false);
  });
  if (!corrected.ok) return corrected;
  return ok({ sheet: await findSheet(platform.db, election, request.sheetId), replayed: corrected.value });
};

interface Earlier {
  readonly sheet_id: string;
  readonly body_hash: Buffer;
}

const findEarlier = (tx: Transaction, { caller, key }: CorrectRequest): Promise<Earlier | undefined> =>
  tx
    .selectFrom('sheet_revision')
    .select(['sheet_id', 'body_hash'])
    .where('author_id', '=', caller.id)
    .where('idempotency_key', '=', key)
    .executeTakeFirst();

/** True: it was done before. */
const sameRequest = (
  earlier: Earlier,
  { sheetId, bodyHash }: { sheetId: string; bodyHash: Buffer },
): Result<boolean, Problem> =>
  earlier.sheet_id === sheetId && earlier.body_hash.equals(bodyHash)
    ? ok(true)
    : err(problem('idempotency_key_reused', 'This key was used for other figures; take a new one.'));

const authorise = (
  election: ElectionFacts,
  sheet: LockedSheet,
  { request, now }: { request: CorrectRequest; now: Date },
): Result<void, Problem> => {
  const scope = {
    electionId: election.id,
    areaPath: areaPathOf(election, sheet.stationIndex),
    ownerId: sheet.authorId,
  };
  const minutes = election.settings.authorMayCorrectMinutes ?? defaultAuthorMinutes;
  const late = now.getTime() - sheet.receivedAt.getTime() > minutes * 60_000;
  const isAuthor =
    sheet.authorId === request.caller.id && allows(request.caller, 'sheets.submit', scope, now);
  if (!allows(request.caller, 'sheets.correct', scope, now)) {
    if (!isAuthor) return err(problem('forbidden', 'Only the sheet’s author or the desk can correct it.'));
    if (sheet.status === 'verified') {
      return err(problem('forbidden', 'Your sheet has been verified; ask the desk to correct it.'));
    }
    if (late) {
      return err(
        problem('forbidden', `You could correct your sheet for ${minutes} minutes; ask the desk now.`),
      );
    }
  }
  if (mayCorrect(sheet.status)) return ok(undefined);
  return err(
    problem('wrong_state', `A sheet that is ${sheet.status} cannot be corrected.`, {
      extra: { status: sheet.status },
    }),
  );
};

interface Correction {
  readonly election: ElectionFacts;
  readonly sheet: LockedSheet;
  readonly request: CorrectRequest;
  readonly judged: JudgedFigures;
  readonly bodyHash: Buffer;
  readonly now: Date;
}

const save = async (tx: Transaction, correction: Correction): Promise<void> => {
  const { election, sheet, request, judged, now } = correction;
  const { figures, status, findings } = judged;
  const revision = sheet.revision + 1;
  const salt = newSheetSalt();
  const leaf = makeSheetLeaf({
    election,
    contest: sheet.contest,
    stationIndex: sheet.stationIndex,
    sheetId: sheet.id,
    revision,
    status,
    figures,
    who: { actor: request.caller.id, onBehalfOf: null, reason: request.body.reason },
    receivedAt: now,
    salt,
  });
  await insertRevision(tx, correction, { revision, leaf, salt });
  const change = {
    type: sheetEvents.correct,
    election,
    contest: sheet.contest,
    stationIndex: sheet.stationIndex,
    sheetId: sheet.id,
    revision,
    flagged: findings.length > 0,
    reason: request.body.reason,
    entry: leaf.text,
    before: { status: sheet.status, figures: sheet.figures },
    after: { status, figures },
    origin: ledgerOrigin(request),
  };
  await changeSheets(tx, [change], now);
};

const insertRevision = async (
  tx: Transaction,
  { sheet, request, judged, bodyHash, now }: Correction,
  made: { revision: number; leaf: MadeLeaf; salt: string },
): Promise<void> => {
  const { figures, status, findings } = judged;
  await tx
    .insertInto('sheet_revision')
    .values({
      sheet_id: sheet.id,
      revision: made.revision,
      status,
      votes: [...figures.votes],
      rejected: figures.rejected,
      cast_ballots: figures.cast,
      registered: figures.registered,
      author_id: request.caller.id,
      idempotency_key: request.key,
      body_hash: bodyHash,
      leaf_hash: Buffer.from(made.leaf.hash, 'hex'),
      salt: Buffer.from(made.salt, 'hex'),
      source: sheet.source,
      on_behalf_of: null,
      device: null,
      note: null,
      reason: request.body.reason,
      captured_at: null,
      received_at: now,
      warnings: JSON.stringify(findings),
      attachments: request.body.attachments ?? (await presentAttachments(tx, sheet)),
    })
    .execute();
};

/** A correction that does not speak of the photo leaves it. */
const presentAttachments = async (tx: Transaction, { id, revision }: LockedSheet): Promise<string[]> => {
  const row = await tx
    .selectFrom('sheet_revision')
    .select('attachments')
    .where('sheet_id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirst();
  return row?.attachments ?? [];
};
