import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { messageStates, messageSteps, stateAfter, statesBefore } from './message.ts';

const page = readFileSync(new URL('../../../../../docs/state-machines/message.md', import.meta.url), 'utf8');

test('every arrow of the drawing exists and no other', () => {
  const drawn = [...page.matchAll(/^\s*(\w+) --> (\w+): (\w+)$/gm)].map(([, from, to, step]) => [
    from,
    step,
    to,
  ]);
  const real = messageStates.flatMap((from) =>
    messageSteps.map((step) => [from, step, stateAfter(from, step)]).filter(([, , to]) => to !== null),
  );
  expect(real.toSorted()).toEqual(drawn.toSorted());
  expect(real).toHaveLength(9);
});

test('a step leads to one state, wherever it begins', () => {
  for (const step of messageSteps) {
    expect(new Set(statesBefore(step).map((state) => stateAfter(state, step))).size).toBe(1);
  }
});

test('what was sent, expired or discarded stays so', () => {
  for (const state of ['sent', 'expired', 'discarded'] as const) {
    expect(messageSteps.filter((step) => stateAfter(state, step) !== null)).toEqual([]);
  }
});
