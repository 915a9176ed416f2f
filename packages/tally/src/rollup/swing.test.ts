import { expect, test } from 'vitest';
import { changeOfShare, conventionalSwing, twoPartySwing } from './swing.ts';

const elections = { now: [45, 35, 20], before: [35, 50, null], validBefore: 100 };

test('R12 change of share per choice, none for a newcomer', () => {
  const [first, second, third] = changeOfShare(elections);
  expect(first).toBeCloseTo(0.1, 12);
  expect(second).toBeCloseTo(-0.15, 12);
  expect(third).toBeNull();
});

test('R12 conventional swing is half of gain plus loss', () => {
  expect(conventionalSwing(elections, { towards: 0, from: 1 })).toBeCloseTo(0.125, 12);
  expect(conventionalSwing(elections, { towards: 1, from: 0 })).toBeCloseTo(-0.125, 12);
  expect(conventionalSwing(elections, { towards: 0, from: 2 })).toBeNull();
});

test('R12 two-party swing looks at the two alone', () => {
  expect(twoPartySwing(elections, { towards: 0, from: 1 })).toBeCloseTo(45 / 80 - 35 / 85, 12);
  expect(twoPartySwing(elections, { towards: 0, from: 2 })).toBeNull();
});

test('R12 no votes, no swing', () => {
  expect(changeOfShare({ now: [0, 0], before: [1, 1], validBefore: 2 })).toEqual([null, null]);
  expect(twoPartySwing({ now: [0, 0], before: [1, 1], validBefore: 2 }, { towards: 0, from: 1 })).toBeNull();
});
