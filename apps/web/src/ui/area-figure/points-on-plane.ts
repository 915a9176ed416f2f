import { type Box, boxAround, clusterBoxes } from './cluster-boxes.ts';

export type PlanePoint = readonly [number, number];

interface Placed {
  /** Longitude and latitude in degrees. */
  readonly point: PlanePoint | null;
}

/** Points lie further apart than the shapes they stand for: only what is as far as this is an island. */
const farAway = 0.3;
/** What is left between the mainland and islands far away, as a part of the mainland's size. */
const strait = 0.08;

/** Far islands come nearer, each group along the line to the mainland's middle, so that the mainland keeps its room. */
const withIslandsNear = (points: readonly PlanePoint[]): PlanePoint[] => {
  const boxes = points.map(([x, y]): Box => [x, y, x, y]);
  const [mainland = [], ...islands] = clusterBoxes(boxes, farAway);
  const near = points.map(([x, y]): [number, number] => [x, y]);
  const main = boxAround(mainland.map((at) => boxes[at] as Box));
  const size = Math.max(main[2] - main[0], main[3] - main[1]);
  if (size === 0) return near;
  for (const group of islands) {
    const box = boxAround(group.map((at) => boxes[at] as Box));
    const right = Math.max(0, box[0] - main[2] - size * strait);
    const left = Math.max(0, main[0] - box[2] - size * strait);
    const below = Math.max(0, box[1] - main[3] - size * strait);
    const above = Math.max(0, main[1] - box[3] - size * strait);
    for (const at of group) {
      const point = near[at];
      if (point) near[at] = [point[0] + left - right, point[1] + above - below];
    }
  }
  return near;
};

/** Where discs of these radii start: as on a map, north above, with `room` times what all of them need together. */
export const pointsOnPlane = (
  places: readonly Placed[],
  radii: readonly number[],
  room: number,
): PlanePoint[] => {
  const columns = Math.ceil(Math.sqrt(places.length));
  const known = places.every(({ point }) => point !== null);
  const points = places.map(({ point }, index): PlanePoint => {
    // Without a place on earth: in rows, in the order given.
    if (!point) return [index % columns, Math.floor(index / columns)];
    return [point[0] * Math.cos((point[1] * Math.PI) / 180), -point[1]];
  });
  const near = known ? withIslandsNear(points) : points;
  const box = boxAround(near.map(([x, y]): Box => [x, y, x, y]));
  const area = radii.reduce((sum, radius) => sum + (2 * radius) ** 2, 0);
  const scale = Math.sqrt((area * room) / ((box[2] - box[0] || 1) * (box[3] - box[1] || 1)));
  return near.map(([x, y]) => [(x - box[0]) * scale, (y - box[1]) * scale]);
};
