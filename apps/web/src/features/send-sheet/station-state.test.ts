import type { Contest, Sheet } from '@comitium/contract';
import { describe, expect, it } from 'vitest';
import type { QueueState } from './queue/queued-sheet.ts';
import { problemAnswer, queuedSheet, receipt } from './queue/sheet-fixture.ts';
import { contestState, type MyStation, nextContest, stationState } from './station-state.ts';

const contest = (code: string): Contest => ({ ...queuedSheet().contest, code });
const sheet = (status: Sheet['status']): Sheet => ({ status }) as Sheet;
const station = (...places: (Sheet['status'] | null)[]): MyStation => ({
  station: { id: 's', code: 'A01', name: 'School A', path: [] },
  registered: 300,
  contests: places.map((status, i) => ({
    contest: contest(i === 0 ? 'pres' : `parl-${i}`),
    sheet: status === null ? null : sheet(status),
  })),
});
const queued = (state: QueueState) => [queuedSheet({ state })];
const problem = problemAnswer({ status: 409 });

describe('contestState', () => {
  const stateOf = (status: Sheet['status'] | null, queue: ReturnType<typeof queued> = []) =>
    contestState(station(status).contests[0]!, 'A01', queue);

  it('follows the sheet on the server', () => {
    expect(stateOf(null)).toBe('not_sent');
    expect(stateOf('accepted')).toBe('sent');
    expect(stateOf('certified')).toBe('sent');
    expect(stateOf('held')).toBe('held');
    expect(stateOf('rejected')).toBe('rejected');
  });

  it('lets what is unsent on this phone go before the server', () => {
    const conflict = { kind: 'conflict', existing: null, askedDesk: false, at: '', problem } as const;
    expect(stateOf('accepted', queued(conflict))).toBe('conflict');
    expect(stateOf(null, queued({ kind: 'waiting', attempts: 0, notBefore: 0, problem: null }))).toBe(
      'waiting',
    );
  });

  it('trusts a receipt until the list is fresh', () => {
    const sent = { kind: 'sent', at: '', receipt: { ...receipt, status: 'held' } } as const;
    expect(stateOf(null, queued(sent))).toBe('held');
    expect(stateOf('verified', queued(sent))).toBe('sent');
  });
});

it('a station is as needy as its neediest contest', () => {
  expect(stationState(station('accepted', null), [])).toBe('not_sent');
  expect(stationState(station('accepted', 'held'), [])).toBe('held');
  expect(stationState(station('accepted', 'verified'), [])).toBe('sent');
});

it('goes on to the next contest without a sheet', () => {
  expect(nextContest(station('accepted', null), [])?.code).toBe('parl-1');
  expect(nextContest(station('accepted', 'held'), [])).toBeNull();
  expect(nextContest(station('rejected', null), [])?.code).toBe('pres');
});
