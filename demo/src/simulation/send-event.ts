import { ok, type Result } from '@comitium/basics';
import type { NationEvent } from '../loading/index.ts';
import type { NightOutcome } from './night-progress.ts';
import type { Session } from './open-session.ts';
import type { SendFailure } from './send-failure.ts';
import { type JsonAnswer, problemCode } from './send-request.ts';

export interface EventAnswer {
  readonly outcome: NightOutcome;
  /** The sheet that the station now has, where the answer tells. */
  readonly sheetId: string | null;
}

/** A station's first sheet, or the same again. */
export const sendSheet = async (
  session: Session,
  election: string,
  { key, sheet }: NationEvent,
): Promise<Result<EventAnswer, SendFailure>> => {
  const path = `/elections/${encodeURIComponent(election)}/results/polling-station`;
  const answer = await session.send(path, { body: sheet, headers: { 'idempotency-key': key } });
  return answer.ok ? ok(readReceipt(answer.value, key)) : answer;
};

/** The final figures in the place of wrong ones. */
export const sendCorrection = async (
  session: Session,
  sheetPath: string,
  { key, sheet, reason }: NationEvent,
): Promise<Result<EventAnswer, SendFailure>> => {
  const { votes, rejected, cast, registered } = sheet;
  const body = { votes, rejected, cast, registered, reason: reason ?? 'Corrected from the form.' };
  const answer = await session.send(`${sheetPath}/correct`, { body, headers: { 'idempotency-key': key } });
  if (!answer.ok) return answer;
  const { status, replayed } = answer.value;
  if (status >= 400) return ok({ outcome: refusalOf(answer.value, key), sheetId: null });
  return ok({ outcome: replayed ? 'replayed' : 'corrected', sheetId: null });
};

const readReceipt = (answer: JsonAnswer, key: string): EventAnswer => {
  const { status, replayed, body } = answer;
  if (status < 400) {
    const sheetId = typeof body['sheetId'] === 'string' ? body['sheetId'] : null;
    if (replayed) return { outcome: 'replayed', sheetId };
    return { outcome: body['status'] === 'held' ? 'held' : 'accepted', sheetId };
  }
  if (problemCode(answer) === 'sheet_exists') return { outcome: 'conflicts', sheetId: existingSheet(body) };
  return { outcome: refusalOf(answer, key), sheetId: null };
};

/** A conflict holds the sheet that is there. */
const existingSheet = ({ sheet }: JsonAnswer['body']): string | null => {
  if (typeof sheet !== 'object' || sheet === null || !('id' in sheet)) return null;
  return typeof sheet.id === 'string' ? sheet.id : null;
};

const refusalOf = (answer: JsonAnswer, key: string): NightOutcome => {
  const { status, body } = answer;
  const detail = typeof body['detail'] === 'string' ? body['detail'] : '';
  return { key, status, code: problemCode(answer) ?? 'unknown', detail };
};
