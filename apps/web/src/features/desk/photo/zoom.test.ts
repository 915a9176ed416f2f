import { describe, expect, it } from 'vitest';
import { fitted, moveBy, turnRight, zoomAbout } from './zoom.ts';

describe('zoomAbout', () => {
  it('keeps the point under the pointer where it is', () => {
    const point = { x: 40, y: -30 };
    const once = zoomAbout(fitted, 2, point);
    expect(once).toMatchObject({ scale: 2, x: -40, y: 30 });
    const pictured = { x: (point.x - once.x) / once.scale, y: (point.y - once.y) / once.scale };
    expect(pictured).toEqual(point);
  });

  it('goes no further than eight times, and back to the fitted place', () => {
    expect(zoomAbout(fitted, 100, { x: 0, y: 0 }).scale).toBe(8);
    expect(zoomAbout({ ...fitted, scale: 2, x: 50, y: 9 }, 0.1, { x: 3, y: 4 })).toEqual(fitted);
  });
});

it('moves only an enlarged picture, and never out of sight', () => {
  const frame = { width: 200, height: 100 };
  expect(moveBy(fitted, { x: 10, y: 10 }, frame)).toEqual(fitted);
  const moved = moveBy({ ...fitted, scale: 2 }, { x: 9999, y: -9999 }, frame);
  expect(moved).toMatchObject({ x: 150, y: -75 });
});

it('turns by quarters and starts anew', () => {
  expect(turnRight({ scale: 3, x: 4, y: 5, turn: 270 })).toEqual(fitted);
});
