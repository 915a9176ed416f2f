import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DemoNation } from '../ghana/index.ts';
import { defaultDataFolder, labelTopology, type Topology } from '../spain/index.ts';
import { ghanaRegisters } from './ghana-registers.ts';
import type { NationBoundaries } from './nation.ts';

/** Shapes of the sixteen regions for both registers; none where the data folder does not have them. */
export const readGhanaBoundaries = async (
  ghana: DemoNation,
  dataFolder: string = defaultDataFolder,
): Promise<NationBoundaries[]> => {
  const file = join(dataFolder, 'ghana', 'regions.topo.json');
  if (!existsSync(file)) return [];
  const topology = JSON.parse(await readFile(file, 'utf8')) as Topology;
  return ghanaRegisters(ghana).map(({ code, areas }) => {
    const regions = areas.filter(({ level }) => level === 1);
    const codeOf = new Map(regions.map((region) => [region.name, region.code]));
    const match = labelTopology(topology, {
      object: 'admin_1',
      areas: regions,
      codeOf: ({ properties }) => codeOf.get(regionName(properties?.['shapeName'])) ?? null,
    });
    return {
      ...{ register: code, level: 'region', key: 'code', ...match },
      attribution: 'geoBoundaries, OpenStreetMap contributors (CC BY-SA 2.0)',
    };
  });
};

/** `Bono East Region` → `Bono East`. */
const regionName = (shape: unknown): string => String(shape).replace(/ Region$/, '');
