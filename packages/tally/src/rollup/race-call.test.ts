import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Race, raceCall } from './race-call.ts';

const race = (votes: number[], changes: Partial<Race> = {}): Race => ({
  votes,
  rule: 'plurality',
  outstanding: 100,
  complete: false,
  ...changes,
});

test('R06 nothing is called without votes', () => {
  expect(raceCall(race([0, 0]))).toEqual({ state: 'none' });
  expect(raceCall(race([0, 0], { complete: true }))).toEqual({ state: 'none' });
});

test('R07 a lead is won when it is greater than what can still come', () => {
  expect(raceCall(race([300, 200]))).toEqual({ state: 'leading', choice: 0 });
  expect(raceCall(race([301, 200]))).toEqual({ state: 'won', choice: 0, by: 'certain' });
  expect(raceCall(race([201, 200], { complete: true }))).toEqual({ state: 'won', choice: 0, by: 'complete' });
});

test('R04 a tie stays a tie, also at the end', () => {
  expect(raceCall(race([200, 5, 200]))).toEqual({ state: 'tied', choices: [0, 2], final: false });
  expect(raceCall(race([200, 5, 200], { complete: true }))).toEqual({
    state: 'tied',
    choices: [0, 2],
    final: true,
  });
});

test('R08 a majority counts on half of everything that can come', () => {
  expect(raceCall(race([351, 249], { rule: 'majority' }))).toEqual({
    state: 'won',
    choice: 0,
    by: 'certain',
  });
  expect(raceCall(race([350, 250], { rule: 'majority' }))).toEqual({ state: 'leading', choice: 0 });
  expect(raceCall(race([51, 49], { rule: 'majority', complete: true }))).toMatchObject({ state: 'won' });
});

test('R08 a majority is certain although a constituency is out', () => {
  // Ghana, president 2024, as updated on 9 January 2025: Ablekuma North, 121,269 registered, was still to come.
  const votes = [6_591_790, 4_877_611, 88_944, 32_457, 23_991, 17_938, 17_299, 17_030, 5_327, 4_499];
  const call = raceCall(race(votes, { rule: 'majority', outstanding: 121_269 }));
  expect(call).toEqual({ state: 'won', choice: 0, by: 'certain' });
});

test('R09 without a majority the top two run again', () => {
  // France, president 2002, first round: Chirac, Le Pen, Jospin, and the thirteen others together.
  const first = race([5_665_855, 4_804_713, 4_610_113, 13_417_790], {
    standing: [true, true, true, false],
    rule: 'majority',
    complete: true,
  });
  expect(raceCall(first)).toEqual({ state: 'runoff', by: 'complete', choices: [0, 1], tie: null });
});

test('R09 exactly half is no majority', () => {
  expect(raceCall(race([50, 30, 20], { rule: 'majority', complete: true }))).toMatchObject({
    state: 'runoff',
  });
});

test('R09 a tie at the cut is said to be one', () => {
  const call = (votes: number[]) => raceCall(race(votes, { rule: 'majority', complete: true }));
  expect(call([40, 30, 30])).toEqual({
    state: 'runoff',
    by: 'complete',
    choices: [0],
    tie: { choices: [1, 2], places: 1 },
  });
  expect(call([30, 30, 30])).toMatchObject({ choices: [], tie: { choices: [0, 1, 2], places: 2 } });
  expect(call([35, 35, 30])).toMatchObject({ choices: [0, 1], tie: null });
});

test('R09 a run-off is certain when neither a majority nor another pair is possible', () => {
  const votes = [400, 390, 250, 50];
  expect(raceCall(race(votes, { rule: 'majority', outstanding: 100 }))).toMatchObject({
    state: 'runoff',
    by: 'certain',
    choices: [0, 1],
  });
  expect(raceCall(race(votes, { rule: 'majority', outstanding: 140 }))).toEqual({
    state: 'leading',
    choice: 0,
  });
});

test('R10 an authorised call stands', () => {
  expect(raceCall(race([200, 200], { called: 1 }))).toEqual({ state: 'won', choice: 1, by: 'called' });
});

test('R07 R08 R09 what is certain cannot be overturned by any outstanding votes', () => {
  const votes = fc.array(fc.nat({ max: 40 }), { minLength: 2, maxLength: 4 });
  const more = fc.array(fc.nat({ max: 10 }), { minLength: 4, maxLength: 4 });
  fc.assert(
    fc.property(votes, more, fc.constantFrom('plurality', 'majority'), (counted, extra, rule) => {
      const outstanding = extra.slice(0, counted.length).reduce((a, b) => a + b, 0);
      const early = raceCall(race(counted, { rule, outstanding }));
      if (early.state !== 'won' && early.state !== 'runoff') return;
      const final = counted.map((count, i) => count + extra[i]!);
      const late = raceCall(race(final, { rule, complete: true }));
      if (early.state === 'won') expect(late).toMatchObject({ state: 'won', choice: early.choice });
      else {
        expect(late).toMatchObject({ state: 'runoff', tie: null });
        expect(late.state === 'runoff' && [...late.choices].sort()).toEqual([...early.choices].sort());
      }
    }),
    { numRuns: 2000 },
  );
});
