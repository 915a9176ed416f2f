import { expect, test } from 'vitest';
import { noTieSetting, tieRulesOf } from './tie-setting.ts';

test('rules in the order in which they are tried, and none by itself', () => {
  expect(tieRulesOf(noTieSetting)).toEqual([]);
  expect(tieRulesOf({ look: 'first', otherwise: 'seed', seed: '1984', lots: [[1, 0]] })).toEqual([
    { by: 'earlier-rounds', from: 'first' },
    { by: 'random', seed: '1984', generator: 'counter' },
    { by: 'lot', lots: [[1, 0]] },
  ]);
  expect(tieRulesOf({ ...noTieSetting, look: 'later', otherwise: 'paper' })).toEqual([
    { by: 'later-rounds' },
    { by: 'ballot-order' },
  ]);
  expect(tieRulesOf({ ...noTieSetting, otherwise: 'seed' })).toEqual([]);
  expect(tieRulesOf({ ...noTieSetting, otherwise: 'paper' })).toEqual([{ by: 'ballot-order' }]);
});
