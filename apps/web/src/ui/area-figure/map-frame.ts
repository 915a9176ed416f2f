import { type GeoPath, geoPath, geoTransform } from 'd3-geo';
import { type Box, boxAround, clusterBoxes } from './cluster-boxes.ts';

const width = 1000;
const tallest = 1150;
const margin = 6;
/** Between the mainland and the frame of an inset. */
const gutter = 14;
/** Far islands are moved nearer only where the rest becomes at least this much larger. */
const worthwhile = 1.2;
/** An inset is never wider than this part of the frame. */
const widestInset = 0.42;
/** More areas than this are never drawn at once where islands would matter. */
const mostClustered = 1000;

export interface Pane {
  /** The places in the list of areas that are drawn in this pane. */
  readonly members: readonly number[];
  readonly path: GeoPath;
}

export interface MapFrame {
  readonly width: number;
  readonly height: number;
  /** The mainland first, then what is set into its corners. */
  readonly panes: readonly Pane[];
  /** The lines around the insets. */
  readonly insets: string;
}

const narrowingOf = ([, south, , north]: Box): number => Math.cos((((south + north) / 2) * Math.PI) / 180);
const wideOf = (box: Box): number => (box[2] - box[0]) * narrowingOf(box) || 1;
const highOf = (box: Box): number => box[3] - box[1] || 1;
const scaleFor = (box: Box): number =>
  Math.min((width - 2 * margin) / wideOf(box), (tallest - 2 * margin) / highOf(box));

/**
 * Equirectangular, true to scale at the middle latitude, and planar on purpose: a spherical projection would paint
 * the rest of the globe where a file winds its rings the other way.
 */
const project = (box: Box, scale: number, [left, top]: readonly [number, number]): GeoPath => {
  const narrowing = narrowingOf(box);
  const projection = geoTransform({
    point(longitude, latitude) {
      this.stream.point(left + (longitude - box[0]) * narrowing * scale, top + (box[3] - latitude) * scale);
    },
  });
  return geoPath(projection).digits(1);
};

/** The mainland and what lies too far from it; everything is mainland where moving would win little. */
const partOf = (boxes: readonly Box[]): { mainland: number[]; far: number[][] } => {
  const everything = [...boxes.keys()];
  if (boxes.length > mostClustered) return { mainland: everything, far: [] };
  const [mainland = everything, ...far] = clusterBoxes(boxes);
  const gain = scaleFor(boxAround(mainland.map((at) => boxes[at] as Box))) / scaleFor(boxAround(boxes));
  return gain < worthwhile ? { mainland: everything, far: [] } : { mainland, far };
};

/** Lays out the areas of one level, given their boxes in degrees, in a frame 1000 wide. */
export const mapFrame = (boxes: readonly Box[]): MapFrame => {
  const { mainland, far } = partOf(boxes);
  const main = boxAround(mainland.map((at) => boxes[at] as Box));
  const scale = scaleFor(main);
  const left = (width - wideOf(main) * scale) / 2;
  const panes: Pane[] = [{ members: mainland, path: project(main, scale, [left, margin]) }];
  const narrowing = narrowingOf(main);
  /** How far down the mainland comes between two places across the frame. */
  const lowest = (from: number, to: number): number =>
    Math.max(
      margin,
      ...mainland.map((at) => {
        const [west, south, east] = boxes[at] as Box;
        const start = left + (west - main[0]) * narrowing * scale;
        const end = left + (east - main[0]) * narrowing * scale;
        return end < from || start > to ? margin : margin + (main[3] - south) * scale;
      }),
    );
  let height = highOf(main) * scale + 2 * margin;
  const lines: string[] = [];
  for (const members of far) {
    const box = boxAround(members.map((at) => boxes[at] as Box));
    const size = Math.min(scale, (width * widestInset) / wideOf(box));
    const wide = wideOf(box) * size + 2 * gutter;
    const onTheLeft = (box[0] + box[2]) / 2 < (main[0] + main[2]) / 2;
    const x = onTheLeft ? 0 : width - wide;
    const y = lowest(x, x + wide) + gutter;
    const bottom = y + highOf(box) * size + 2 * gutter;
    panes.push({ members, path: project(box, size, [x + gutter, y + gutter]) });
    lines.push(onTheLeft ? `M0,${y}H${wide}V${bottom}` : `M${width},${y}H${x}V${bottom}`);
    height = Math.max(height, bottom);
  }
  return { width, height: Math.ceil(height), panes, insets: lines.join('') };
};
