import { expect, it } from 'vitest';
import { hemicycleSeats } from './hemicycle-seats.ts';

it.each([1, 7, 35, 100, 276])('places %i seats in the half circle, none on another', (seats) => {
  const { places, radius } = hemicycleSeats(seats);
  expect(places).toHaveLength(seats);
  for (const { x, y } of places) {
    expect(Math.hypot(x, y)).toBeLessThanOrEqual(1.000001);
    expect(y).toBeLessThanOrEqual(0.000001);
  }
  const distances = places.flatMap((one, index) =>
    places.slice(index + 1).map((other) => Math.hypot(one.x - other.x, one.y - other.y)),
  );
  expect(Math.min(Number.POSITIVE_INFINITY, ...distances)).toBeGreaterThan(radius);
});

it('goes from one end to the other', () => {
  const { places } = hemicycleSeats(100);
  expect(places[0]?.x).toBeLessThan(0);
  expect(places.at(-1)?.x).toBeGreaterThan(0);
});
