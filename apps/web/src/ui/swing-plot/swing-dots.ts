import type { ChildArea } from '@comitium/contract';

export interface SwingDot {
  readonly code: string;
  readonly name: string;
  readonly swing: number;
  /** From 0 at the left end of the axis to 1 at the right. */
  readonly x: number;
  /** The place in its pile, counted from the line in the middle: 0, 1, -1, 2, … */
  readonly pile: number;
}

export interface SwingLane {
  /** Who is ahead in all of these areas. */
  readonly leader: string;
  readonly dots: readonly SwingDot[];
  /** How many dots lie on another at the most. */
  readonly highest: number;
}

export interface SwingLanes {
  /** The right end of the axis, as a fraction; the left end is the same below zero. */
  readonly reach: number;
  readonly lanes: readonly SwingLane[];
}

const piles = 45;
/** The axis ends at a whole number of these, so that it does not stretch with every report. */
const step = 0.1;

const pileOffset = (index: number): number => (index % 2 === 0 ? -index / 2 : (index + 1) / 2);

const toLane = (leader: string, areas: readonly ChildArea[], reach: number): SwingLane => {
  const heights = new Map<number, number>();
  const dots = areas.map(({ code, name, swing = 0 }): SwingDot => {
    const column = Math.round(((swing + reach) / (2 * reach)) * (piles - 1));
    const index = heights.get(column) ?? 0;
    heights.set(column, index + 1);
    return { code, name, swing, x: column / (piles - 1), pile: pileOffset(index) };
  });
  return { leader, dots, highest: Math.max(0, ...heights.values()) };
};

/** One dot for each area whose leader gained or lost, piled up where many moved alike; a lane for each leader. */
export const swingLanes = (areas: readonly ChildArea[]): SwingLanes => {
  const moved = areas.filter(({ leader, swing }) => leader !== undefined && swing !== undefined);
  const furthest = Math.max(0, ...moved.map(({ swing = 0 }) => Math.abs(swing)));
  const reach = Math.max(1, Math.ceil(furthest / step - 1e-9)) * step;
  const leaders = [...new Set(moved.map(({ leader = '' }) => leader))];
  const lanes = leaders.map((leader) =>
    toLane(
      leader,
      moved.filter((area) => area.leader === leader),
      reach,
    ),
  );
  return {
    reach,
    lanes: lanes.sort((a, b) => b.dots.length - a.dots.length || (a.leader < b.leader ? -1 : 1)),
  };
};
