import { expect, it } from 'vitest';
import { type ElectionItem, inOrder } from './election-items.ts';

const item = (code: string, state: string, pollingDate: string): ElectionItem => ({
  code,
  name: code,
  state,
  pollingDate,
  simulated: false,
  stationsReported: 0,
  stations: 1,
});

it('puts what is being counted first, then what is open, then the newest', () => {
  const items = [
    item('old', 'certified', '2020-12-07'),
    item('open', 'open', '2024-12-07'),
    item('new', 'certified', '2023-07-23'),
    item('live', 'counting', '2019-11-10'),
    item('next', 'setup', '2028-12-07'),
  ];
  expect(inOrder(items).map(({ code }) => code)).toEqual(['live', 'open', 'next', 'new', 'old']);
});
