/** West, south, east, north. */
export type Box = readonly [number, number, number, number];

export const boxAround = (boxes: readonly Box[]): Box => [
  Math.min(...boxes.map(([west]) => west)),
  Math.min(...boxes.map(([, south]) => south)),
  Math.max(...boxes.map(([, , east]) => east)),
  Math.max(...boxes.map(([, , , north]) => north)),
];

const sizeOf = ([west, south, east, north]: Box): number => Math.hypot(east - west, north - south);

const gapBetween = (a: Box, b: Box): number =>
  Math.hypot(Math.max(0, a[0] - b[2], b[0] - a[2]), Math.max(0, a[1] - b[3], b[1] - a[3]));

/** A strait this wide, as a part of the whole picture, parts one group from another. */
const usualStrait = 0.15;

/** The places in the list that lie together, group by group, the largest first: a mainland, and islands far away. */
export const clusterBoxes = (boxes: readonly Box[], strait = usualStrait): number[][] => {
  const widest = sizeOf(boxAround(boxes)) * strait;
  const waiting = new Set(boxes.keys());
  const groups: number[][] = [];
  for (const start of waiting) {
    const group = [start];
    waiting.delete(start);
    for (const member of group) {
      for (const other of waiting) {
        if (gapBetween(boxes[member] as Box, boxes[other] as Box) > widest) continue;
        group.push(other);
        waiting.delete(other);
      }
    }
    groups.push(group.sort((a, b) => a - b));
  }
  const extent = (group: readonly number[]) => sizeOf(boxAround(group.map((at) => boxes[at] as Box)));
  return groups.sort((a, b) => extent(b) - extent(a));
};
