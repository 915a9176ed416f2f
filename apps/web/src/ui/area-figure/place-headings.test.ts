import { expect, it } from 'vitest';
import { headingType, placeHeadings } from './place-headings.ts';

const frame = { width: 1000, height: 1000, type: 23 };

it('names a patch above itself, without its second name', () => {
  const [heading] = placeHeadings([{ name: 'Galicia (Galiza)', cells: [[500, 200]] }], 30, frame);
  expect(heading).toMatchObject({ name: 'Galicia', x: 500 });
  expect(heading?.y).toBeLessThan(170);
});

it('goes below where another stands above, and is left out where neither is free', () => {
  const at = (y: number, name: string) => ({ name, cells: [[500, y]] as const });
  const below = placeHeadings([at(100, 'One'), at(200, 'Two')], 45, frame);
  expect(below.find(({ name }) => name === 'Two')?.y).toBeGreaterThan(200);
  const between = placeHeadings([at(100, 'One'), at(190, 'Two'), at(280, 'Three')], 45, frame);
  expect(between.map(({ name }) => name)).not.toContain('Two');
});

it('breaks a name in two where only its halves are free', () => {
  const neighbours = [320, 680].map((x) => ({ name: '', cells: [[x, 140]] as const }));
  const patch = { name: 'Eastern Highlands', cells: [[500, 200]] as const };
  const [heading] = placeHeadings([...neighbours, patch], 30, { ...frame, type: 38 });
  expect(heading).toMatchObject({ name: 'Eastern Highlands', lines: ['Eastern', 'Highlands'], x: 500 });
  expect(heading?.y).toBeLessThan(170);
});

it('puts nothing below the frame', () => {
  const at = (y: number, name: string) => ({ name, cells: [[500, y]] as const });
  const names = placeHeadings([at(900, 'Above'), at(960, 'Last')], 45, frame).map(({ name }) => name);
  expect(names).toEqual(['Above']);
});

it('keeps names inside the frame', () => {
  const [heading] = placeHeadings([{ name: 'A long name here', cells: [[10, 200]] }], 30, frame);
  expect(heading?.x).toBeGreaterThan(80);
});

it('has larger type in a high frame, within bounds', () => {
  expect(headingType(1000, 700)).toBe(23);
  expect(headingType(1000, 1200)).toBe(28);
  expect(headingType(1000, 3000)).toBe(28);
});
