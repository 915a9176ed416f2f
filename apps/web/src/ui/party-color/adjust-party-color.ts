import type { Scheme } from '../color-scheme/color-scheme.ts';
import { hexToOklch, linearRgb, oklchToHex, parseHex } from './oklch.ts';

/** Lightness that reads on the page of the scheme: at least 3 : 1 against its paper (WCAG 1.4.11). */
const bounds: Record<Scheme, { readonly min: number; readonly max: number }> = {
  light: { min: 0.34, max: 0.64 },
  dark: { min: 0.56, max: 0.82 },
};

/** A party's own colour with its hue kept and its lightness moved to where the scheme can show it. */
export const adjustPartyColor = (hex: string, scheme: Scheme): string => {
  const color = hexToOklch(hex);
  const { min, max } = bounds[scheme];
  const lightness = Math.min(max, Math.max(min, color.lightness));
  return oklchToHex({ ...color, lightness });
};

const luminance = (hex: string): number => {
  const [r, g, b] = linearRgb(parseHex(hex));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

/** WCAG 2 contrast of two colours, 1 to 21. */
export const contrastRatio = (one: string, other: string): number => {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
};
