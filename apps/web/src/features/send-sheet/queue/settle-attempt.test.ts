import { err, ok } from '@comitium/basics';
import { describe, expect, it } from 'vitest';
import { settleAttempt, settleFailure } from './settle-attempt.ts';
import { problemAnswer, queuedSheet, receipt } from './sheet-fixture.ts';

const moment = { now: new Date('2024-12-07T18:00:00Z'), random: 1 };
const start = moment.now.getTime();
const settle = (problem: Parameters<typeof problemAnswer>[0]) =>
  settleAttempt(queuedSheet(), err(problemAnswer(problem)), moment);

describe('settleAttempt', () => {
  it('keeps the receipt and gives the room of the photograph back', () => {
    const photo = { id: 'p', name: 'form.jpg', blob: new Blob(['x']), takenAt: '' };
    const sent = settleAttempt(queuedSheet({ photo }), ok(receipt), moment);
    expect(sent).toMatchObject({
      photo: null,
      state: { kind: 'sent', receipt, at: moment.now.toISOString() },
    });
  });

  it.each([0, 408, 429, 500, 502, 503])('tries the same key again after status %i', (status) => {
    expect(settle({ status })).toMatchObject({ key: 'key-1', state: { kind: 'waiting', attempts: 1 } });
  });

  it('waits longer after each attempt, and at least as long as the server asks', () => {
    const once = settle({});
    const twice = settleAttempt(once, err(problemAnswer({})), moment);
    expect(once.state).toMatchObject({ attempts: 1, notBefore: start + 2_000 });
    expect(twice.state).toMatchObject({ attempts: 2, notBefore: start + 4_000 });
    expect(settle({ status: 429, retryAfterSeconds: 90 }).state).toMatchObject({ notBefore: start + 90_000 });
  });

  it('asks to sign in when the session ended, and keeps everything else', () => {
    const settled = settle({ status: 401, code: 'session_expired' });
    expect(settled).toEqual({ ...queuedSheet(), state: { kind: 'sign_in' } });
  });

  it('shows the sheet that stands in the way', () => {
    const sheet = { id: 's9', revision: 1, status: 'accepted', votes: { npp: 200 }, rejected: 1, cast: 201 };
    const settled = settle({ status: 409, code: 'sheet_exists', body: { sheet } });
    expect(settled.state).toMatchObject({ kind: 'conflict', existing: sheet, askedDesk: false });
  });

  it('tries again when the sheet in the way was just withdrawn, or the same request still runs', () => {
    expect(settle({ status: 409, code: 'sheet_exists' }).state.kind).toBe('waiting');
    expect(settle({ status: 409, code: 'request_in_progress' }).state.kind).toBe('waiting');
  });

  it.each([
    [422, 'sheet_refused'],
    [403, 'not_assigned'],
    [404, 'station_not_found'],
    [409, 'wrong_state'],
    [413, 'too_large'],
  ])('keeps what was refused with %i %s for a person to edit', (status, code) => {
    const errors = [{ path: '/cast', code: 'S08', message: 'sum' }];
    expect(settle({ status, code, errors }).state).toMatchObject({
      kind: 'refused',
      part: 'sheet',
      problem: { code, requestId: 'r1', errors },
    });
  });

  it('tells a refused photograph from a refused sheet', () => {
    const problem = problemAnswer({ status: 415, code: 'unsupported_media_type' });
    const settled = settleFailure(queuedSheet(), { part: 'photo', problem }, moment);
    expect(settled.state).toMatchObject({ kind: 'refused', part: 'photo' });
  });
});
