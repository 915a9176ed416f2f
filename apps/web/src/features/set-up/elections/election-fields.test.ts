import { expect, it } from 'vitest';
import { createBodyOf, emptyElection, updateBodyOf } from './election-fields.ts';

const fields = {
  ...emptyElection,
  code: ' gh-2028 ',
  name: 'Ghana 2028',
  pollingDate: '2028-12-07',
  register: 'gh',
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
  });
});

it('says whether the stations are simulated only where somebody has said so', () => {
  expect(createBodyOf({ ...fields, simulated: true }).simulated).toBe(true);
  expect(createBodyOf({ ...fields, simulated: false }).simulated).toBe(false);
});

it('sends the closing time as an instant', () => {
  const body = updateBodyOf({ ...fields, pollsCloseAt: '2028-12-07T17:00' });
  expect(body.pollsCloseAt).toBe(new Date('2028-12-07T17:00').toISOString());
});
