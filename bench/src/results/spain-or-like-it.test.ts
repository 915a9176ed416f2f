import { expect, test } from 'vitest';
import { likeSpain } from './spain-or-like-it.ts';

test('the made-up nation has the shape of the real one, and its sheets add up', () => {
  const { register, election, lines } = likeSpain();
  expect(register.levels).toHaveLength(7);
  expect(register.areas.filter((area) => area.level === 6)).toHaveLength(60_366);
  const codes = new Set(register.areas.map((area) => area.code));
  expect(register.areas.every((area) => area.parent === null || codes.has(area.parent))).toBe(true);
  expect(election.ballots.contests[0]?.choices).toHaveLength(11);
  for (const line of lines.slice(0, 500)) {
    const votes = Object.values(line.votes).reduce((sum: number, count) => sum + Number(count), 0);
    expect(votes + Number(line.rejected)).toBe(line.cast);
    expect(Number(line.cast)).toBeLessThanOrEqual(Number(line.registered));
  }
});
