import { networkOf } from './network-of.ts';
import type { NewRefusal } from './refusal-store.ts';
import type { TrailEntry } from './trail.ts';

const longestText = 200;

/** PostgreSQL holds no U+0000, and a caller shall not choose how much we store. */
const clean = (text: string): string => text.toWellFormed().replaceAll('\u0000', '').slice(0, longestText);

const cleanDetail = (detail: TrailEntry['detail'] = {}): string =>
  JSON.stringify(
    Object.fromEntries(
      Object.entries(detail).map(([name, value]) => [name, typeof value === 'string' ? clean(value) : value]),
    ),
  );

/** The row of an entry. */
export const describeRefusal = (entry: TrailEntry, occurredAt: Date): NewRefusal => ({
  kind: entry.kind,
  personId: entry.personId,
  electionId: entry.electionId ?? null,
  action: clean(entry.action),
  network: networkOf(entry.address),
  requestId: entry.requestId,
  detail: cleanDetail(entry.detail),
  times: 1,
  occurredAt,
});

/** The row that tells of a gap. */
export const describeDropped = (times: number, occurredAt: Date): NewRefusal => ({
  kind: 'entries_dropped',
  personId: null,
  electionId: null,
  action: 'audit',
  network: null,
  requestId: null,
  detail: '{}',
  times,
  occurredAt,
});
