import { expect, test } from 'vitest';
import { TopicCopy } from './topic-copy.ts';

const topic = 'map:gh:national';

test('updates that continue what is held are applied, others leave it alone', () => {
  const copy = new TopicCopy();
  expect(copy.apply({ op: 'update', topic, seq: 2, prev: 1, data: {} })).toBe(false);
  expect(copy.apply({ op: 'snapshot', topic, seq: 1, data: { votes: 1 } })).toBe(true);
  expect(copy.apply({ op: 'update', topic, seq: 4, prev: 1, data: { votes: 2 } })).toBe(true);
  expect(copy.apply({ op: 'update', topic, seq: 6, prev: 5, data: { votes: 9 } })).toBe(false);
  expect([copy.seq, copy.data]).toEqual([4, { votes: 2 }]);
});
