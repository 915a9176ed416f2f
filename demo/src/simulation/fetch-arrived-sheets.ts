import { err, ok, type Result } from '@comitium/basics';
import type { PageOf, Sheet } from '@comitium/contract';
import type { Session } from './open-session.ts';
import { type ArrivedSheets, subjectOf } from './rest-of-night.ts';
import type { SendFailure } from './send-failure.ts';

const sheetsPerPage = 100;
const untouched: readonly string[] = ['accepted', 'held'];

/**
 * Asks a running server what it has of an election's night, as somebody who may read all of its sheets, a hundred at a time.
 * `refused` where there is no such election, or the sheets are not to be read.
 */
export const fetchArrivedSheets = async (
  session: Session,
  election: string,
): Promise<Result<ArrivedSheets, SendFailure>> => {
  const arrived = new Map<string, boolean>();
  const path = `/elections/${encodeURIComponent(election)}/results/sheets?limit=${sheetsPerPage}`;
  for (let cursor: string | null = ''; cursor !== null; ) {
    const answer = await session.read(cursor === '' ? path : `${path}&cursor=${encodeURIComponent(cursor)}`);
    if (!answer.ok) return answer;
    const { status, body } = answer.value;
    if (status !== 200) return err({ code: 'refused', status, detail: String(body['detail'] ?? '') });
    const page = body as unknown as PageOf<Sheet>;
    if (!Array.isArray(page.items)) return err({ code: 'protocol_broken', detail: `${path} is no list.` });
    for (const sheet of page.items) note(arrived, sheet);
    cursor = page.nextCursor;
  }
  return ok(arrived);
};

/** A station may have sent a second sheet after its first one was rejected. */
const note = (arrived: Map<string, boolean>, { station, race, revision, status }: Sheet): void => {
  const subject = subjectOf({ sheet: { station: station.code, contest: race } });
  const dealtWith = revision > 1 || !untouched.includes(status);
  arrived.set(subject, dealtWith || (arrived.get(subject) ?? false));
};
