import { expect, it } from 'vitest';
import { majorityOf, seatRuns } from './seat-order.ts';

it('draws won before leading, and open seats last', () => {
  const counts = [
    { party: 'ndc', name: 'NDC', color: '#006b3f', won: 3, leading: 2 },
    { party: 'npp', name: 'NPP', color: '#0047ab', won: 0, leading: 1, change: -1 },
  ];
  expect(seatRuns(counts, 10)).toEqual([
    { party: 'ndc', state: 'won', count: 3 },
    { party: 'ndc', state: 'leading', count: 2 },
    { party: 'npp', state: 'leading', count: 1 },
    { party: '', state: 'open', count: 4 },
  ]);
});

it('needs more than half for a majority, also of an odd number', () => {
  expect(majorityOf(276)).toBe(139);
  expect(majorityOf(275)).toBe(138);
  expect(majorityOf(350)).toBe(176);
});
