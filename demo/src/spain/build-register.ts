import type { AreaRow } from '@comitium/contract';
import { abroad, codesDownTo } from './area-codes.ts';
import type { SpainNames } from './read-names.ts';
import type { SpainStations } from './read-stations.ts';

export const spainLevels = [
  'national',
  'region',
  'province',
  'municipality',
  'district',
  'section',
  'station',
] as const;

/** All areas, parents before children; above the station `registered` is the sum of what lies below. */
export const buildRegister = (stations: SpainStations, names: SpainNames): AreaRow[] => {
  const areas: AreaRow[] = [];
  let path: AreaRow[] = [];
  for (const [place, id] of stations.ids.entries()) {
    const codes = codesDownTo(id);
    // Stations come sorted, so that an area is new exactly when it is not on the path of the station before.
    const shared = codes.findIndex((code, level) => path[level]?.code !== code);
    path = path.slice(0, shared);
    for (let level = shared; level < codes.length; level += 1) {
      const area: AreaRow = {
        code: codes[level]!,
        name: nameOf(id, level, names),
        parent: codes[level - 1] ?? null,
        level,
        registered: 0,
      };
      areas.push(area);
      path.push(area);
    }
    for (const area of path) area.registered += stations.registered[place]!;
  }
  return areas;
};

/** Below the municipality its name leads, so that a search finds the stations of a town. */
const nameOf = (id: string, level: number, names: SpainNames): string => {
  const [region = '', province = '', number = '', ...local] = id.split('-');
  if (level === 0) return 'España';
  if (level === 1) return names.regions.get(region) ?? `Región ${region}`;
  const provinceName = names.provinces.get(province) ?? `Provincia ${province}`;
  if (level === 2) return provinceName;
  if (number === abroad) return `Residentes ausentes, ${provinceName}`;
  const name = names.municipalities.get(province + number) ?? `Municipio ${province}${number}`;
  return level === 3 ? name : `${name} ${local.slice(0, level - 3).join('-')}`;
};
