import { expect, it } from 'vitest';
import { courseLines } from './course-lines.ts';

const point = (at: string, a: number, b: number) => ({
  at,
  stationsReported: 1,
  cast: a + b,
  votes: { a, b },
});

it('holds a share until the next report, and leaves out the time before the first', () => {
  const points = [
    point('2024-12-07T17:00:00Z', 0, 0),
    point('2024-12-07T18:00:00Z', 50, 50),
    point('2024-12-07T19:00:00Z', 150, 50),
    point('2024-12-07T20:00:00Z', 150, 150),
  ];
  expect(courseLines(points, ['a'], 1)).toEqual([
    { choice: 'a', path: 'M0.0,160.0H500.0V80.0H1000.0V160.0', share: 0.5 },
  ]);
});

it('draws nothing when nothing has been reported', () => {
  expect(courseLines([], ['a'], 1)).toEqual([{ choice: 'a', path: '', share: 0 }]);
});
