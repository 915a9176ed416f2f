import { type ElectionState, electionStates, transitions } from '@comitium/contract';
import { expect, test } from 'vitest';
import { mayBeEdited, nextState } from './election.ts';

const drawn: Partial<Record<ElectionState, Partial<Record<string, ElectionState>>>> = {
  setup: { open: 'open' },
  open: { 'start-counting': 'counting' },
  counting: { 'close-counting': 'provisional' },
  provisional: { certify: 'certified' },
  certified: { reopen: 'reopened' },
  reopened: { 'close-counting': 'provisional', certify: 'certified' },
};

for (const state of electionStates) {
  for (const transition of transitions) {
    const to = drawn[state]?.[transition] ?? null;
    test(`${state} –${transition}→ ${to ?? 'refused'}`, () => {
      expect(nextState(state, transition)).toBe(to);
    });
  }
}

test('only a certified election cannot be edited', () => {
  expect(electionStates.filter((state) => !mayBeEdited(state))).toEqual(['certified']);
});
