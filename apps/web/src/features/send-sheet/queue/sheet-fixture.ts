import type { Contest, SheetReceipt } from '@comitium/contract';
import type { ProblemAnswer } from '../../../data/problem-error.ts';
import type { QueuedSheet } from './queued-sheet.ts';

const contest: Contest = {
  id: 'c1',
  code: 'pres',
  race: 'pres',
  area: 'GH',
  areaName: 'Ghana',
  name: 'President',
  seats: 1,
  heldBy: null,
  choices: [],
};

/** A sheet as it stands in the queue before its first attempt. */
export const queuedSheet = (more: Partial<QueuedSheet> = {}): QueuedSheet => ({
  key: 'key-1',
  election: 'gh-2024',
  electionName: 'Ghana 2024',
  person: { id: 'ama', email: 'ama@example.org' },
  station: { code: 'A01', name: 'School A' },
  contest,
  body: { station: 'A01', contest: 'pres', votes: { npp: 207 }, rejected: 4, cast: 211, registered: 300 },
  photo: null,
  photoFileId: null,
  queuedAt: '2024-12-07T17:00:00.000Z',
  state: { kind: 'waiting', attempts: 0, notBefore: 0, problem: null },
  ...more,
});

export const receipt: SheetReceipt = {
  sheetId: 's1',
  revision: 1,
  status: 'accepted',
  warnings: [],
  receipt: { kind: 'comitium/receipt/1', leafHash: 'ab', leaf: '[]', salt: '' },
};

export const problemAnswer = (more: Partial<ProblemAnswer>): ProblemAnswer => ({
  code: 'unavailable',
  status: 503,
  title: 'The service cannot answer just now',
  detail: '',
  requestId: 'r1',
  errors: [],
  retryAfterSeconds: null,
  body: {},
  ...more,
});
