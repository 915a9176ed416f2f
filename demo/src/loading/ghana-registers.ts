import type { AreaRow } from '@comitium/contract';
import type { DemoArea, DemoNation } from '../ghana/index.ts';
import type { NationRegister } from './nation.ts';

export const ghanaLevels = ['national', 'region', 'constituency', 'electoral_area', 'station'] as const;

const toRow = ({ code, name, parent, level, registered, point }: DemoArea): AreaRow => ({
  ...{ code, name, parent, level, registered },
  ...(point === undefined ? {} : { point }),
});

/** The register of 2024 down to the stations, and that of 2020, whose reporting areas are the regions. */
export const ghanaRegisters = ({ areas, previous }: DemoNation): NationRegister[] => [
  {
    ...{ code: 'gh-2020', name: 'Ghana 2020, by region', simulated: true },
    levels: ghanaLevels.slice(0, 2),
    areas: previous.areas.map(toRow),
  },
  {
    ...{ code: 'gh-2024', name: 'Ghana 2024', simulated: true },
    levels: ghanaLevels,
    areas: areas.map(toRow),
  },
];

/** Constituency of every polling station, by code. */
export const constituenciesByStation = (areas: readonly DemoArea[]): Map<string, string> => {
  const parents = new Map(areas.map(({ code, parent }) => [code, parent]));
  const stations = areas.filter(({ level }) => level === ghanaLevels.length - 1);
  return new Map(stations.map(({ code, parent }) => [code, parents.get(parent ?? '') ?? '']));
};
