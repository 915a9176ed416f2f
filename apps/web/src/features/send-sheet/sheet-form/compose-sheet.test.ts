import { expect, it } from 'vitest';
import { problemAnswer, queuedSheet } from '../queue/sheet-fixture.ts';
import { composeSheet } from './compose-sheet.ts';

const photo = { id: 'p1', name: 'form.jpg', blob: new Blob(['x']), takenAt: '2024-12-07T17:05:00.000Z' };
const figures = { votes: { npp: 207 }, rejected: 4, cast: 211, registered: 300 };
const text = { votes: { npp: '207' }, rejected: '4', cast: '211', registered: '300' };
const parts = {
  election: { code: 'gh-2024', name: 'Ghana 2024' },
  person: { id: 'ama', email: 'ama@example.org' },
  station: { code: 'A01', name: 'School A' },
  contest: queuedSheet().contest,
  draft: { id: 'd', figures: text, note: ' torn corner ', photo, replaces: null },
  figures,
  source: 'correspondent' as const,
  replaced: null,
  now: '2024-12-07T17:10:00.000Z',
};

it('puts figures, note and the time of the photograph into the body', () => {
  expect(composeSheet(parts)).toMatchObject({
    body: { ...figures, station: 'A01', contest: 'pres', note: 'torn corner', capturedAt: photo.takenAt },
    photoFileId: null,
    state: { kind: 'waiting', attempts: 0 },
  });
});

it('keeps a stored photograph, but takes another key, when only figures were corrected', () => {
  const problem = problemAnswer({ status: 422 });
  const state = { kind: 'refused', part: 'sheet', problem } as const;
  const replaced = { ...composeSheet(parts), photoFileId: 'f1', state };
  const corrected = composeSheet({ ...parts, replaced, figures: { ...figures, cast: 212 } });
  expect(corrected.photoFileId).toBe('f1');
  expect(corrected.key).not.toBe(replaced.key);
  expect(composeSheet({ ...parts, replaced }).key).toBe(replaced.key);
});

it('stores another photograph anew', () => {
  const replaced = { ...composeSheet(parts), photoFileId: 'f1' };
  const draft = { ...parts.draft, photo: { ...photo, id: 'p2' } };
  expect(composeSheet({ ...parts, draft, replaced }).photoFileId).toBeNull();
});
