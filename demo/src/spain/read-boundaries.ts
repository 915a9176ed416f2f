import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AreaRow } from '@comitium/contract';
import { municipalityCode, provinceCode, regionCode } from './area-codes.ts';
import { spainLevels } from './build-register.ts';
import type { SpainNames } from './read-names.ts';
import { labelTopology, type ShapeMatch, type Topology } from './topology.ts';

/** Levels of the register that es-atlas has shapes of. */
export const boundaryLevels = ['region', 'province', 'municipality'] as const;
export type BoundaryLevel = (typeof boundaryLevels)[number];

const files = {
  region: { file: 'autonomous_regions', object: 'autonomous_regions' },
  province: { file: 'provinces', object: 'provinces' },
  municipality: { file: 'municipalities', object: 'municipalities' },
} as const satisfies Record<BoundaryLevel, { file: string; object: string }>;

const require = createRequire(import.meta.url);

/**
 * Shapes of one level (es-atlas, MIT; source: Instituto Geográfico Nacional, CC BY 4.0). Beside the regions, provinces and
 * municipalities it draws lands that no municipality owns (numbers from 53 on; region 20), which no area matches.
 */
export const readSpainBoundaries = async (
  level: BoundaryLevel,
  areas: readonly AreaRow[],
  names: SpainNames,
): Promise<ShapeMatch> => {
  const { file, object } = files[level];
  const text = await readFile(require.resolve(`es-atlas/es/${file}.json`), 'utf8');
  const wanted = spainLevels.indexOf(level);
  return labelTopology(JSON.parse(text) as Topology, {
    object,
    areas: areas.filter((area) => area.level === wanted),
    codeOf: ({ id }) => areaCodeOfShape(level, String(id), names),
  });
};

/** The area that an es-atlas id stands for; null for a region that holds no voters. */
export const areaCodeOfShape = (level: BoundaryLevel, id: string, names: SpainNames): string | null => {
  if (level === 'municipality') return municipalityCode(id);
  if (level === 'province') return provinceCode(id);
  const ministry = names.regionByIne.get(id);
  return ministry === undefined ? null : regionCode(ministry);
};
