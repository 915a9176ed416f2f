export interface SeatPlace {
  readonly x: number;
  readonly y: number;
}

const innerRadius = 0.42;

const rowsFor = (seats: number): number => Math.max(1, Math.min(14, Math.round(Math.sqrt(seats / 2.6))));

/**
 * Places for `seats` seats in a half circle of radius 1 around (0, 0), in order from the start of the row to its end,
 * so that a party's seats form a wedge. `radius` is that of one seat's dot.
 */
export const hemicycleSeats = (seats: number): { places: SeatPlace[]; radius: number } => {
  const rows = rowsFor(seats);
  const step = rows === 1 ? 0 : (1 - innerRadius) / (rows - 1);
  const radii = Array.from({ length: rows }, (_, row) => (rows === 1 ? 1 : innerRadius + row * step));
  const total = radii.reduce((sum, radius) => sum + radius, 0);
  const places: { x: number; y: number; angle: number }[] = [];
  let placed = 0;
  for (const [row, radius] of radii.entries()) {
    const count = row === rows - 1 ? seats - placed : Math.round((seats * radius) / total);
    placed += count;
    for (let seat = 0; seat < count; seat += 1) {
      const angle = count === 1 ? Math.PI / 2 : (Math.PI * seat) / (count - 1);
      places.push({ x: -radius * Math.cos(angle), y: -radius * Math.sin(angle), angle });
    }
  }
  places.sort((a, b) => a.angle - b.angle || a.x - b.x);
  const longest = Math.ceil((seats * 1) / total);
  const radius = Math.min(step ? step * 0.42 : 0.2, (Math.PI / Math.max(1, longest)) * 0.42);
  return { places: places.map(({ x, y }) => ({ x, y })), radius };
};
