import type { Timeline } from '@comitium/contract';

type Point = Timeline['points'][number];

export interface CourseLine {
  readonly choice: string;
  /** Path data of a step line in a frame of 1000 × 320. */
  readonly path: string;
  readonly share: number;
}

export const frame = { width: 1000, height: 320 } as const;

export const validOf = (point: Point): number =>
  Object.values(point.votes).reduce((sum, votes) => sum + votes, 0);

/** Where a minute lies across the frame. */
export const xOf = (points: readonly Point[], index: number): number => {
  const first = Date.parse(points[0]?.at ?? '');
  const last = Date.parse(points.at(-1)?.at ?? '');
  return ((Date.parse(points[index]?.at ?? '') - first) / Math.max(1, last - first)) * frame.width;
};

/**
 * Share of valid votes over time. A share holds until the next report, so the line goes in steps: a slope would
 * claim figures between two reports that nobody sent.
 */
export const courseLines = (
  points: readonly Point[],
  choices: readonly string[],
  top: number,
): CourseLine[] => {
  const reported = points.filter((point) => validOf(point) > 0);
  return choices.map((choice) => {
    const shares = reported.map((point) => (point.votes[choice] ?? 0) / validOf(point));
    const steps = reported.map((_, index) => {
      const x = xOf(reported, index).toFixed(1);
      const y = ((1 - (shares[index] ?? 0) / top) * frame.height).toFixed(1);
      return index === 0 ? `M${x},${y}` : `H${x}V${y}`;
    });
    return { choice, path: steps.join(''), share: shares.at(-1) ?? 0 };
  });
};
