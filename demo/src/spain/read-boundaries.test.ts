import { expect } from 'vitest';
import { readSpainBoundaries } from './read-boundaries.ts';
import { dataTest, spainOf } from './testing/data-folder.ts';

dataTest('every region has a shape, found from the institute’s number to the ministry’s', async () => {
  const { areas, names } = await spainOf(2023);
  const regions = await readSpainBoundaries('region', areas, names);
  expect([regions.matched, regions.areasWithoutShape]).toEqual([19, []]);
  expect(regions.shapesWithoutArea).toEqual(['20']);
  const basque = regions.topology.objects['areas']?.geometries?.find(({ id }) => id === 'ES-R14');
  expect(basque?.properties).toEqual({ code: 'ES-R14', name: 'País Vasco (Euskadi)' });
});

dataTest('every province has a shape', async () => {
  const { areas, names } = await spainOf(2023);
  const provinces = await readSpainBoundaries('province', areas, names);
  expect([provinces.matched, provinces.areasWithoutShape]).toEqual([52, []]);
  expect(provinces.shapesWithoutArea).toEqual(['54']);
});

dataTest('every municipality has a shape, the voters abroad have none', async () => {
  const { areas, names } = await spainOf(2023);
  const municipalities = await readSpainBoundaries('municipality', areas, names);
  expect(municipalities.matched).toBe(8131);
  expect(municipalities.areasWithoutShape).toHaveLength(52);
  expect(municipalities.areasWithoutShape.every((code) => code.endsWith('999'))).toBe(true);
  expect(municipalities.shapesWithoutArea).toHaveLength(82);
  expect(municipalities.shapesWithoutArea.every((id) => /^5[34]/.test(id))).toBe(true);
});
