import { expect, test } from 'vitest';
import { generateGhana } from './generate-ghana.ts';
import type { DemoSheet } from './nation.ts';
import { type NightEvent, planNight } from './plan-night.ts';

const nation = generateGhana({ seed: 7 });
const night = [...planNight(nation, { minutes: 30, seed: 3 })];
const subject = ({ station, race }: NightEvent): string => `${station} ${race}`;
const kinds = Map.groupBy(night, ({ kind }) => kind);
const sumOf = ({ votes, rejected }: DemoSheet): number =>
  Object.values(votes).reduce((total, count) => total + count, rejected);

test('events come in order of time and inside the night', () => {
  expect(night.every((event, i) => i === 0 || event.atMs >= night[i - 1]!.atMs)).toBe(true);
  expect(night[0]!.atMs).toBeGreaterThan(0);
  expect(night.at(-1)!.atMs).toBeLessThan(30 * 60_000);
});

test('the night ends in exactly the final sheets of both races', () => {
  const state = new Map<string, DemoSheet>();
  const answered = new Map<string, DemoSheet>();
  for (const event of night) {
    if (event.kind === 'duplicate') {
      expect(event.sheet).toEqual(answered.get(event.key));
      continue;
    }
    expect(answered.has(event.key)).toBe(false);
    expect(state.has(subject(event))).toBe(event.kind === 'correct');
    answered.set(event.key, event.sheet);
    state.set(subject(event), event.sheet);
  }
  expect(state.size).toBe(2 * 40_976);
  for (const race of ['presidential', 'parliamentary'] as const)
    for (const sheet of nation.sheets(race)) {
      const last = state.get(`${sheet.station} ${race}`);
      if (JSON.stringify(last) !== JSON.stringify(sheet)) expect(last).toEqual(sheet);
    }
});

test('held sheets break their sum and nothing else; wrong ones that pass keep it; both are corrected', () => {
  expect(kinds.get('held')).toHaveLength(20);
  for (const { sheet } of kinds.get('held')!) {
    expect(sumOf(sheet)).toBeGreaterThan(sheet.cast);
    expect(sumOf(sheet)).toBeLessThanOrEqual(sheet.registered);
  }
  const firsts = new Map(
    night.filter(({ key }) => key.endsWith(':1')).map((event) => [subject(event), event]),
  );
  for (const event of kinds.get('correct')!) {
    const first = firsts.get(subject(event))!;
    expect(first.sheet).not.toEqual(event.sheet);
    expect(first.atMs).toBeLessThan(event.atMs);
    if (first.kind === 'submit') expect(sumOf(first.sheet)).toBe(first.sheet.cast);
    expect(event.reason).toMatch(/\.$/);
  }
});

test('about 0.3 % of the sheets are corrected and 0.5 % repeated', () => {
  const sheets = 2 * 40_976;
  expect((kinds.get('correct')!.length - 20) / sheets).toBeCloseTo(0.003, 3);
  expect(kinds.get('duplicate')!.length / sheets).toBeCloseTo(0.005, 3);
});

test('towns report before the country on average, and a seed fixes the night', () => {
  const order = night.filter(({ kind, race }) => kind === 'submit' && race === 'presidential');
  const urbanOf = new Map(nation.stations.map((code, i) => [code, nation.urban[i]!]));
  const mean = (events: NightEvent[]): number =>
    events.reduce((total, { station }) => total + urbanOf.get(station)!, 0) / events.length;
  expect(mean(order.slice(0, 4000))).toBeGreaterThan(mean(order.slice(-4000)) + 0.1);
  expect([...planNight(nation, { minutes: 30, seed: 3 })].slice(0, 500)).toEqual(night.slice(0, 500));
  const other = planNight(nation, { minutes: 30, seed: 4 }).next().value;
  expect(other).not.toEqual(night[0]);
});
