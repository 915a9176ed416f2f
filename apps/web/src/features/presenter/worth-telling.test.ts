import type { Movement } from '@comitium/contract';
import { expect, it } from 'vitest';
import { worthTelling } from './worth-telling.ts';

const movement = (kind: Movement['kind'], name: string, at = '21:00'): Movement => ({
  area: name,
  name,
  kind,
  at: `2024-12-07T${at}:00Z`,
});

const sizes: Readonly<Record<string, number>> = { Volta: 500, Oti: 100 };
const votesIn = (area: string): number => sizes[area] ?? 0;

it('tells the biggest first and keeps changes of lead in sight where many sheets are corrected', () => {
  const corrected = Array.from({ length: 9 }, (_, index) => movement('correction', `c${index}`));
  const moved = [
    movement('lead_change', 'Oti'),
    movement('lead_change', 'Hohoe'),
    movement('called', 'Volta'),
  ];
  const told = worthTelling([...corrected, ...moved], votesIn);
  expect(told.map(({ name }) => name)).toEqual(['Volta', 'Oti', 'Hohoe', 'c0', 'c1']);
});

it('tells the newest of equals first', () => {
  const told = worthTelling(
    [movement('lead_change', 'a', '21:00'), movement('lead_change', 'b', '21:05')],
    votesIn,
  );
  expect(told.map(({ name }) => name)).toEqual(['b', 'a']);
});

it('tells of an area that changed to and fro only what holds now', () => {
  const told = worthTelling(
    [movement('lead_change', 'a', '21:05'), movement('lead_change', 'a', '21:00')],
    votesIn,
  );
  expect(told.map(({ at }) => at)).toEqual(['2024-12-07T21:05:00Z']);
});

it('is not longer than a screen', () => {
  const swings = Array.from({ length: 20 }, (_, index) => movement('swing', `x${index}`));
  expect(worthTelling(swings, votesIn)).toHaveLength(8);
});
