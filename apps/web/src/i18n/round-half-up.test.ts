import { describe, expect, it } from 'vitest';
import { roundHalfUp } from './round-half-up.ts';

describe('roundHalfUp', () => {
  it('rounds a half away from zero on the decimal digits', () => {
    expect(roundHalfUp(1.005, 2)).toBe(1.01);
    expect(roundHalfUp(51.25, 1)).toBe(51.3);
    expect(roundHalfUp(2.5, 0)).toBe(3);
    expect(roundHalfUp(-0.25, 1)).toBe(-0.3);
  });

  it('keeps what needs no rounding, very small and very large values', () => {
    expect(roundHalfUp(0, 1)).toBe(0);
    expect(roundHalfUp(1e-9, 1)).toBe(0);
    expect(roundHalfUp(-1e-9, 1)).toBe(0);
    expect(roundHalfUp(37_469_458, 0)).toBe(37_469_458);
    expect(roundHalfUp(1.5e21, 1)).toBe(1.5e21);
  });
});
