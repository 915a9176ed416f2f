import type { ChildArea } from '@comitium/contract';

export const areaSorts = ['size', 'closest', 'swing', 'turnout', 'reported', 'name'] as const;
export type AreaSort = (typeof areaSorts)[number];

export const isAreaSort = (text: string | undefined): text is AreaSort =>
  areaSorts.some((sort) => sort === text);

const hasReport = (area: ChildArea): number => (area.call === 'none' ? 1 : 0);

const reportedShare = (area: ChildArea): number =>
  area.stations === 0 ? 0 : area.stationsReported / area.stations;

const orders: Record<AreaSort, (a: ChildArea, b: ChildArea) => number> = {
  size: (a, b) => b.votes - a.votes || b.stations - a.stations,
  closest: (a, b) => a.margin - b.margin,
  swing: (a, b) => Math.abs(b.swing ?? 0) - Math.abs(a.swing ?? 0),
  turnout: (a, b) => b.turnout - a.turnout,
  reported: (a, b) => reportedShare(b) - reportedShare(a),
  name: () => 0,
};

/** Areas without a report stand at the end of every order but the alphabet's; equals stand by name. */
export const sortAreas = (areas: readonly ChildArea[], sort: AreaSort): ChildArea[] =>
  [...areas].sort(
    (a, b) =>
      (sort === 'name' ? 0 : hasReport(a) - hasReport(b)) ||
      orders[sort](a, b) ||
      a.name.localeCompare(b.name),
  );
