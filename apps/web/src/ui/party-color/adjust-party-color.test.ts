import { describe, expect, it } from 'vitest';
import { adjustPartyColor, contrastRatio } from './adjust-party-color.ts';
import { hexToOklch } from './oklch.ts';

const parties = [
  '#006b3f',
  '#0047ab',
  '#e30613',
  '#ffcc00',
  '#000000',
  '#ffffff',
  '#00a3e0',
  '#f28c28',
  '#7f00ff',
];
const paper = { light: '#ffffff', dark: '#121417' } as const;

describe('adjustPartyColor', () => {
  it.each(parties)('%s reads on the page of either scheme', (color) => {
    expect(contrastRatio(adjustPartyColor(color, 'light'), paper.light)).toBeGreaterThanOrEqual(3);
    expect(contrastRatio(adjustPartyColor(color, 'dark'), paper.dark)).toBeGreaterThanOrEqual(3);
  });

  it('keeps the hue', () => {
    for (const color of ['#006b3f', '#0047ab', '#e30613', '#ffcc00']) {
      for (const scheme of ['light', 'dark'] as const) {
        const turn = hexToOklch(adjustPartyColor(color, scheme)).hue - hexToOklch(color).hue;
        expect(Math.abs(Math.atan2(Math.sin(turn), Math.cos(turn)))).toBeLessThan(0.06);
      }
    }
  });

  it('leaves a colour alone that reads already', () => {
    expect(adjustPartyColor('#c0392b', 'light')).toBe('#c0392b');
  });
});

it('contrastRatio knows black on white', () => {
  expect(contrastRatio('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrastRatio('#777777', '#777777')).toBe(1);
});
