import { expect, it } from 'vitest';
import { createBodyOf, emptyElection, updateBodyOf } from './election-fields.ts';

const fields = {
  ...emptyElection,
  code: ' gh-2028 ',
  name: 'Ghana 2028',
  pollingDate: '2028-12-07',
  register: 'gh',
  rejectedShareMax: '2.5',
};

it('creates with what is filled in, and leaves the rest to the defaults', () => {
  expect(createBodyOf(fields)).toEqual({
    code: 'gh-2028',
    name: 'Ghana 2028',
    kind: 'general',
    pollingDate: '2028-12-07',
    register: 'gh',
    previous: null,
    basis: 'provisional',
    settings: { rejectedShareMax: 0.025 },
    simulated: false,
  });
});

it('keeps settings that the form does not show, and drops emptied ones', () => {
  const kept = { marginalShare: 0.1, rejectedShareMax: 0.03, authorMayCorrectMinutes: 30 };
  const body = updateBodyOf({ ...fields, rejectedShareMax: '', authorMayCorrectMinutes: '15' }, kept);
  expect(body.settings).toEqual({ marginalShare: 0.1, authorMayCorrectMinutes: 15 });
});

it('sends the closing time as an instant', () => {
  const body = updateBodyOf({ ...fields, pollsCloseAt: '2028-12-07T17:00' }, {});
  expect(body.pollsCloseAt).toBe(new Date('2028-12-07T17:00').toISOString());
});
