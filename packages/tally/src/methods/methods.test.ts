import { unwrap } from '@comitium/basics';
import { describe, expect, test } from 'vitest';
import { createBallotsBuilder } from '../ballots/build-ballots.ts';
import { createTieBreaker } from '../ties/tie-breaker.ts';
import type { CountingMethod } from './counting-method.ts';
import { readOptions } from './options.ts';
import { pick } from './pick.ts';
import { countingMethods, findMethod } from './registry.ts';
import { ballotsOf } from './testing/ballots-of.ts';
import { checkSeats, keepsAnonymity } from './testing/method-laws.ts';

const described = {
  rule: { kind: 'one-of', values: ['a', 'b'], default: 'a', about: '' },
  strict: { kind: 'flag', default: false, about: '' },
  least: { kind: 'whole', min: 0, max: 9, default: null, about: '' },
  share: { kind: 'exact', min: '0', max: '1', default: '0.5', about: '' },
} as const;

test('M01 options have their defaults, and read text as a command line gives it', () => {
  const defaults = { rule: 'a', strict: false, least: null, share: '0.5' };
  expect(readOptions(described, {})).toEqual({ ok: true, value: defaults });
  const given = { rule: 'b', strict: 'true', least: '7', share: 0.25 };
  expect(readOptions(described, given)).toEqual({
    ok: true,
    value: { rule: 'b', strict: true, least: 7, share: '0.25' },
  });
});

test('M01 every problem is reported with its field', () => {
  const given = { rule: 'c', strict: 1, least: 10, share: '3/2', other: 1 };
  const read = readOptions(described, given);
  expect(read.ok ? [] : read.error.map(({ code, field }) => [code, field])).toEqual([
    ['unknown_option', 'other'],
    ['option_invalid', 'rule'],
    ['option_invalid', 'strict'],
    ['option_invalid', 'least'],
    ['option_invalid', 'share'],
  ]);
});

test('M01 settings that cannot be counted', () => {
  const ballots = ballotsOf('1: A', { choices: [{ name: 'A', withdrawn: true }] });
  const ties = [{ by: 'lot', lots: [[7]] }] as const;
  const counted = countingMethods[0]!.count(ballots, { seats: 2, options: { x: 1 }, ties });
  expect(counted.ok ? [] : counted.error.map(({ code }) => code)).toEqual([
    'seats_invalid',
    'nobody_stands',
    'lot_invalid',
    'unknown_option',
  ]);
});

test('M03 the best are taken, and only the cut can be tied', () => {
  const votes = [5, 9, 5, 7, 5];
  const ties = createTieBreaker({ rules: [{ by: 'ballot-order' }], ids: [] });
  const all = { candidates: [0, 1, 2, 3, 4], compare: (a: number, b: number) => votes[a]! - votes[b]! };
  const two = pick(ties, { ...all, places: 2, want: 'most', round: 1, purpose: 'elect' });
  expect([two, ties.decisions]).toEqual([{ ok: true, value: [1, 3] }, []]);
  const three = pick(ties, { ...all, places: 3, want: 'most', round: 1, purpose: 'elect' });
  expect([three, ties.decisions.length]).toEqual([{ ok: true, value: [1, 3, 0] }, 1]);
  const fewest = pick(ties, { ...all, places: 4, want: 'fewest', round: 1, purpose: 'exclude' });
  expect(fewest).toEqual({ ok: true, value: [0, 2, 4, 3] });
});

test('M04 names are unique', () => {
  const names = countingMethods.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) {
    expect(name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(findMethod(name)?.name).toBe(name);
  }
  expect(findMethod('none')).toBeUndefined();
});

const scored = () => {
  const builder = createBallotsBuilder({
    form: 'score',
    scale: { min: 0, max: 5, grades: null },
    choices: [{ name: 'A' }, { name: 'B' }, { name: 'C' }],
  });
  builder.add({ marks: [0, 1, 2], scores: [5, 3, 0], weight: 4 });
  builder.add({ marks: [1, 2], scores: [5, 1], weight: 3 });
  return builder.build();
};

const ballotsFor = (method: CountingMethod) => {
  if (method.forms.includes('rank')) return ballotsOf('4: A > B > C\n3: B > C\n2: C > B\n1:');
  return method.forms.includes('score') ? scored() : ballotsOf('4: A\n3: B\n2: C = B', { form: 'choose' });
};

describe.each(countingMethods.map((method) => [method.name, method] as const))('%s', (_, method) => {
  test('M02 its report is plain JSON', () => {
    const report = unwrap(method.count(ballotsFor(method)));
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
    checkSeats(report);
  });

  const ranks = method.forms.includes('rank');

  test('M05 the order of the ballots does not matter', ({ skip }) => {
    skip(!ranks, 'counts no ranks');
    keepsAnonymity({ method });
  });

  test('M06 undeclared write-ins and withdrawn choices never win', ({ skip }) => {
    skip(!ranks, 'counts no ranks');
    const choices = [
      { name: 'W', writeIn: 'undeclared' },
      { name: 'X', withdrawn: true },
      { name: 'A' },
      { name: 'B' },
    ] as const;
    const ballots = ballotsOf('9: W > X\n8: X > W\n3: A > B\n2: W > B', { choices });
    const { outcome } = unwrap(method.count(ballots, { ties: [{ by: 'ballot-order' }] }));
    expect(outcome.elected.filter((choice) => choice < 2)).toEqual([]);
  });
});
