import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawOrder } from '../random/consistent-sampler.ts';
import { sha256Hex } from '../random/sha256.ts';
import { createTieBreaker } from './tie-breaker.ts';
import type { RoundsToCompare, TieQuestion, TieRules } from './tie-rules.ts';

const ids = ['ann', 'ben', 'cay', 'dan'];
const rounds = (...votes: number[][]): RoundsToCompare => ({
  count: votes.length,
  compare: (round, a, b) => votes[round]![a]! - votes[round]![b]!,
});
const ask = (question: Partial<TieQuestion>): TieQuestion => ({
  round: 3,
  purpose: 'exclude',
  choices: [0, 1, 2],
  places: 1,
  want: 'fewest',
  ...question,
});
const choose = (rules: TieRules, question: Partial<TieQuestion>) => {
  const breaker = createTieBreaker({ rules, ids });
  const answer = breaker.choose(ask(question));
  return { answer: answer.ok ? answer.value : answer.error, decision: breaker.decisions[0]! };
};

test('T01 a rule that tells only some apart narrows the tie for the next', () => {
  const { answer, decision } = choose(
    [
      { by: 'earlier-rounds', from: 'latest' },
      { by: 'lot', lots: [[1, 0]] },
    ],
    { earlier: rounds([5, 5, 9]) },
  );
  expect(answer).toEqual([0]);
  expect(decision.steps.map(({ by, classes }) => [by, classes])).toEqual([
    ['earlier-rounds', [[2], [0, 1]]],
    ['lot', [[1], [0]]],
  ]);
});

test('T02 most is taken from the front, fewest from the back', () => {
  const rules: TieRules = [{ by: 'ballot-order' }];
  expect(choose(rules, { want: 'most' }).answer).toEqual([0]);
  expect(choose(rules, { want: 'fewest' }).answer).toEqual([2]);
  expect(choose(rules, { want: 'fewest', places: 2 }).answer).toEqual([1, 2]);
});

test('T03 earlier rounds, from the latest or from the first', () => {
  const earlier = rounds([9, 5, 7], [6, 7, 8]);
  const latest = choose([{ by: 'earlier-rounds', from: 'latest' }], { earlier });
  expect(latest.answer).toEqual([0]);
  expect(latest.decision.steps[0]?.evidence).toEqual({ kind: 'round', round: 2 });
  const first = choose([{ by: 'earlier-rounds', from: 'first' }], { earlier });
  expect(first.answer).toEqual([1]);
  expect(first.decision.steps[0]?.evidence).toEqual({ kind: 'round', round: 1 });
});

test('T03 those whom one round leaves tied are compared on in the rounds before it', () => {
  const earlier = rounds([3, 2, 9], [4, 4, 9]);
  const { answer, decision } = choose([{ by: 'earlier-rounds', from: 'latest' }], { earlier });
  expect(answer).toEqual([1]);
  expect(decision.steps.map(({ evidence }) => evidence)).toEqual([
    { kind: 'round', round: 2 },
    { kind: 'round', round: 1 },
  ]);
});

test('T04 later rounds, nearest first; nothing where they are unknown', () => {
  const later = rounds([4, 4, 4], [4, 3, 5]);
  const { answer, decision } = choose([{ by: 'later-rounds' }], { later });
  expect(answer).toEqual([1]);
  expect(decision.steps[0]?.evidence).toEqual({ kind: 'round', round: 5 });
  expect(choose([{ by: 'later-rounds' }], {}).answer).toMatchObject({ choices: [0, 1, 2], places: 1 });
});

test('T05 the counter generator draws the best first and runs on from tie to tie', () => {
  const rules: TieRules = [{ by: 'random', seed: '4711', generator: 'counter' }];
  const breaker = createTieBreaker({ rules, ids });
  const left = [0, 1, 2];
  const expected = [];
  for (let counter = 1; counter <= 2; counter++) {
    const index = Number(BigInt(`0x${sha256Hex(`4711,${counter}`)}`) % BigInt(left.length));
    expected.push(...left.splice(index, 1));
  }
  const first = breaker.choose(ask({ want: 'most', places: 2 }));
  expect(first).toEqual({ ok: true, value: expected });
  breaker.choose(ask({}));
  const evidence = breaker.decisions.map(({ steps }) => steps[0]?.evidence);
  expect(evidence.flatMap((e) => (e?.kind === 'draws' ? e.draws.map((draw) => draw.counter) : []))).toEqual([
    1, 2, 3, 4,
  ]);
});

test('T06 the consistent sampler is one order for the whole count', () => {
  const rules: TieRules = [{ by: 'random', seed: '4711', generator: 'consistent-sampler' }];
  const order = drawOrder(ids, '4711').map((id) => ids.indexOf(id));
  for (const choices of [
    [0, 1, 2],
    [1, 2, 3],
    [0, 3],
    [0, 1, 2, 3],
  ]) {
    const expected = order.filter((choice) => choices.includes(choice));
    expect(choose(rules, { choices, want: 'most' }).answer).toEqual(expected.slice(0, 1));
    expect(choose(rules, { choices }).answer).toEqual(expected.slice(-1));
  }
});

test('T07 whoever stands earlier on the paper is first', () => {
  expect(choose([{ by: 'ballot-order' }], { choices: [2, 1], want: 'most' }).answer).toEqual([1]);
});

test('T08 a lot settles a tie when it names all of it', () => {
  const lots = [
    [2, 0],
    [3, 1, 0, 2],
  ];
  expect(choose([{ by: 'lot', lots }], { want: 'most' }).answer).toEqual([1]);
  expect(choose([{ by: 'lot', lots }], { choices: [0, 2], want: 'most' }).answer).toEqual([2]);
  expect(choose([{ by: 'lot', lots: [[0, 1]] }], {}).answer).toMatchObject({ choices: [0, 1, 2] });
});

test('T09 what no rule decides is asked, with what is left of it', () => {
  const { answer, decision } = choose([{ by: 'earlier-rounds', from: 'latest' }], {
    choices: [0, 1, 2, 3],
    places: 2,
    want: 'most',
    purpose: 'elect',
    earlier: rounds([9, 5, 5, 1]),
  });
  const open = { round: 3, purpose: 'elect', choices: [1, 2], places: 1, want: 'most' };
  expect(answer).toEqual(open);
  expect(decision).toMatchObject({ choices: [0, 1, 2, 3], chosen: [], open });
});

test('T10 all or none is no tie', () => {
  expect(() => choose([], { places: 3 })).toThrow(RangeError);
  expect(() => choose([], { places: 0 })).toThrow(RangeError);
  expect(() => choose([], { choices: [1, 1], places: 1 })).toThrow(RangeError);
});

test('T01 T09 every question is answered with the places asked for, or stays open, and is recorded', () => {
  const rule = fc.constantFrom<TieRules[number]>(
    { by: 'earlier-rounds', from: 'latest' },
    { by: 'earlier-rounds', from: 'first' },
    { by: 'later-rounds' },
    { by: 'ballot-order' },
    { by: 'random', seed: '1', generator: 'counter' },
    { by: 'random', seed: '1', generator: 'consistent-sampler' },
    { by: 'lot', lots: [[0, 1]] },
  );
  const votes = fc.array(fc.array(fc.nat({ max: 2 }), { minLength: 4, maxLength: 4 }), { maxLength: 3 });
  const question = fc.record({
    choices: fc.uniqueArray(fc.nat({ max: 3 }), { minLength: 2 }),
    want: fc.constantFrom<'most' | 'fewest'>('most', 'fewest'),
    earlier: votes.map((table) => rounds(...table)),
    later: votes.map((table) => rounds(...table)),
  });
  fc.assert(
    fc.property(fc.array(rule, { maxLength: 3 }), question, fc.nat(), (rules, tied, n) => {
      const places = 1 + (n % (tied.choices.length - 1));
      const { decision } = choose(rules, { ...tied, places });
      const { chosen, open, choices } = decision;
      expect(choices).toEqual([...tied.choices].sort((a, b) => a - b));
      if (open === null) expect(new Set(chosen.filter((c) => choices.includes(c))).size).toBe(places);
      else expect(open.choices.length).toBeGreaterThan(open.places);
    }),
  );
});
