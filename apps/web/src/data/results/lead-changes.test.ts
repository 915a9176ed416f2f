import type { ChildArea } from '@comitium/contract';
import { expect, it } from 'vitest';
import { leadChanges } from './lead-changes.ts';

const area = (code: string, leader: string | null): ChildArea => ({
  id: code,
  code,
  parent: null,
  name: `Area ${code}`,
  leader,
  leaders: leader ? [leader] : [],
  runnerUp: null,
  share: 0.5,
  margin: 0.1,
  swing: null,
  call: leader ? 'leading' : 'none',
  turnout: 0,
  votes: 0,
  stationsReported: 0,
  stations: 1,
  held: 0,
});

it('tells a new leader from a first report, a tie and no change', () => {
  const before = [area('a', 'ndc'), area('b', null), area('c', 'npp'), area('d', 'npp')];
  const after = [area('a', 'npp'), area('b', 'ndc'), area('c', null), area('d', 'npp')];
  expect(leadChanges(before, after)).toEqual([{ area: 'a', name: 'Area a', from: 'ndc', to: 'npp' }]);
});

it('finds nothing when another place is shown', () => {
  expect(leadChanges([area('a', 'ndc')], [area('x', 'npp')])).toEqual([]);
});
