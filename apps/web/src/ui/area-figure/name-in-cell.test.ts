import { describe, expect, it } from 'vitest';
import { cellType, nameInCell } from './name-in-cell.ts';

describe('nameInCell', () => {
  it('keeps a short name in one line and breaks a longer one where its halves are most alike', () => {
    expect(nameInCell('Oti', 100)).toEqual(['Oti']);
    expect(nameInCell('Greater Accra', 100)).toEqual(['Greater', 'Accra']);
    expect(nameInCell('Anyaa-Sowutuom', 100)).toEqual(['Anyaa-', 'Sowutuom']);
    expect(nameInCell('Ho of the West', 100)).toEqual(['Ho of', 'the West']);
  });

  it('leaves out what would stand over the edge, and every name where cells are small', () => {
    expect(nameInCell('Weija-Gbawe-Anyaa-Sowutuom', 100)).toEqual([]);
    expect(nameInCell('Constantinopolis', 100)).toEqual([]);
    expect(nameInCell('Oti', 40)).toEqual([]);
  });

  it('has larger type in larger cells', () => {
    expect(cellType(120)).toBeGreaterThan(cellType(80));
    expect(cellType(40)).toBe(22);
  });
});
