import type { Sheet } from '@comitium/contract';
import { describe, expect, it } from 'vitest';
import { reconcileQueue } from './reconcile-queue.ts';
import { problemAnswer, queuedSheet, receipt } from './sheet-fixture.ts';

const sentAt = '2024-12-07T18:00:00.000Z';
const later = '2024-12-07T18:05:00.000Z';
const sent = queuedSheet({ state: { kind: 'sent', receipt, at: sentAt } });
const live = {
  id: 's1',
  revision: 1,
  status: 'accepted',
  source: 'correspondent',
  receivedAt: '2024-12-07T17:50:00.000Z',
  ...{ votes: { npp: 200 }, rejected: 1, cast: 201, registered: 300 },
} as unknown as Sheet;
const reconcile = (sheet: typeof sent, now: Sheet | null | undefined, readAt = later) =>
  reconcileQueue([sheet], { liveSheetOf: () => now, readAt });

describe('a sheet that arrived', () => {
  it('follows its status at the desk', () => {
    expect(reconcile(sent, { ...live, status: 'verified' })).toMatchObject([
      { state: { kind: 'sent', receipt: { status: 'verified' } } },
    ]);
    expect(reconcile(sent, live)).toEqual([]);
  });

  it('was rejected when it is gone, so that the station can send another', () => {
    expect(reconcile(sent, null)).toMatchObject([{ state: { receipt: { status: 'rejected' } } }]);
    expect(reconcile(sent, { ...live, id: 's2' })).toMatchObject([
      { state: { receipt: { status: 'rejected' } } },
    ]);
  });

  it('is not judged by a list from before it arrived, nor by one that does not hold its station', () => {
    expect(reconcile(sent, null, '2024-12-07T17:59:00.000Z')).toEqual([]);
    expect(reconcile(sent, undefined)).toEqual([]);
  });
});

describe('a sheet that came second', () => {
  const existing = { ...live, revision: 1 };
  const problem = problemAnswer({ status: 409 });
  const state = { kind: 'conflict', existing, askedDesk: true, at: sentAt, problem } as const;
  const second = queuedSheet({ state });

  it('sees the correction that it asked for', () => {
    expect(reconcile(second, { ...live, revision: 2, cast: 211 })).toMatchObject([
      { state: { kind: 'conflict', askedDesk: true, existing: { revision: 2, cast: 211 } } },
    ]);
    expect(reconcile(second, live)).toEqual([]);
  });

  it('learns that nothing is in its way any more', () => {
    expect(reconcile(second, null)).toMatchObject([{ state: { kind: 'conflict', existing: null } }]);
  });
});
