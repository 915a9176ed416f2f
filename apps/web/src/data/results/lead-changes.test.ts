import type { ChildArea } from '@comitium/contract';
import { expect, it } from 'vitest';
import { leadChanges } from './lead-changes.ts';

const area = (code: string, leader?: string): ChildArea => ({
  id: code,
  code,
  name: `Area ${code}`,
  ...(leader ? { leader } : {}),
  share: 0.5,
  margin: 0.1,
  call: leader ? 'leading' : 'none',
  turnout: 0,
  votes: 0,
  stationsReported: 0,
  stations: 1,
  held: 0,
});

it('tells a new leader from a first report, a tie and no change', () => {
  const before = [area('a', 'ndc'), area('b'), area('c', 'npp'), area('d', 'npp')];
  const after = [area('a', 'npp'), area('b', 'ndc'), area('c'), area('d', 'npp')];
  expect(leadChanges(before, after)).toEqual([{ area: 'a', name: 'Area a', from: 'ndc', to: 'npp' }]);
});

it('finds nothing when another place is shown', () => {
  expect(leadChanges([area('a', 'ndc')], [area('x', 'npp')])).toEqual([]);
});
