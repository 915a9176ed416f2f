import { existsSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { generateGhana } from '../ghana/index.ts';
import { dataFolder } from '../spain/testing/data-folder.ts';
import { readGhanaBoundaries } from './read-ghana-boundaries.ts';

// A busy machine may take many times what an idle one does.
vi.setConfig({ testTimeout: 60_000 });

const ghana = generateGhana({ seed: 7 });
const present = existsSync(`${dataFolder}/ghana/regions.topo.json`);

test('without the data folder there are no shapes', async () => {
  expect(await readGhanaBoundaries(ghana, 'no-such-folder')).toEqual([]);
});

test.skipIf(!present)(
  present ? 'all sixteen regions have a shape' : 'shapes (skipped: the data folder is absent)',
  async () => {
    for (const boundaries of await readGhanaBoundaries(ghana, dataFolder)) {
      expect(boundaries).toMatchObject({ level: 'region', areasWithoutShape: [], shapesWithoutArea: [] });
      const shapes = boundaries.topology.objects['areas']?.geometries;
      expect(shapes).toHaveLength(16);
      expect(shapes?.[0]?.properties).toEqual({ code: 'GH-AF', name: 'Ahafo' });
    }
  },
);
