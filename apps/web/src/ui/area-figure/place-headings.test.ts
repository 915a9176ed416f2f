import { expect, it } from 'vitest';
import { placeHeadings } from './place-headings.ts';

it('names a patch above itself, without its second name', () => {
  const [heading] = placeHeadings([{ name: 'Galicia (Galiza)', cells: [[500, 200]] }], 30, 1000);
  expect(heading).toMatchObject({ name: 'Galicia', x: 500 });
  expect(heading?.y).toBeLessThan(170);
});

it('goes below where another stands above, and is left out where neither is free', () => {
  const at = (y: number, name: string) => ({ name, cells: [[500, y]] as const });
  const below = placeHeadings([at(100, 'One'), at(200, 'Two')], 45, 1000);
  expect(below.find(({ name }) => name === 'Two')?.y).toBeGreaterThan(200);
  const between = placeHeadings([at(100, 'One'), at(190, 'Two'), at(280, 'Three')], 45, 1000);
  expect(between.map(({ name }) => name)).not.toContain('Two');
});

it('keeps names inside the frame', () => {
  const [heading] = placeHeadings([{ name: 'A long name here', cells: [[10, 200]] }], 30, 1000);
  expect(heading?.x).toBeGreaterThan(80);
});
