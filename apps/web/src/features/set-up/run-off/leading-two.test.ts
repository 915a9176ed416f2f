import { expect, it } from 'vitest';
import { leadingTwo } from './leading-two.ts';

const standings = (votes: Readonly<Record<string, number>>) =>
  Object.entries(votes).map(([choice, count]) => ({ choice, votes: count }));

it('names the two with the most votes', () => {
  const leading = leadingTwo(standings({ c: 5, a: 40, b: 30 }));
  expect(leading).toEqual({ choices: ['a', 'b'], tied: [] });
});

it('names all who are level for the second place', () => {
  expect(leadingTwo(standings({ a: 40, b: 30, c: 30, d: 2 }))).toEqual({
    choices: ['a', 'b', 'c'],
    tied: ['b', 'c'],
  });
});

it('names all who are level for the first place', () => {
  expect(leadingTwo(standings({ a: 30, b: 30, c: 30 }))).toEqual({
    choices: ['a', 'b', 'c'],
    tied: ['a', 'b', 'c'],
  });
  expect(leadingTwo(standings({ a: 30, b: 30, c: 3 }))).toEqual({ choices: ['a', 'b'], tied: [] });
});

it('names nobody while fewer than two have votes', () => {
  expect(leadingTwo(standings({ a: 30, b: 0 }))).toEqual({ choices: [], tied: [] });
  expect(leadingTwo([])).toEqual({ choices: [], tied: [] });
});
