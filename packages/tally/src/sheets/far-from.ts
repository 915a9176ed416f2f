import { defaultSheetSettings, type SheetSettings } from './sheet-settings.ts';
import type { Spread } from './spread.ts';

/**
 * Whether a figure lies so far from its siblings' mean that a person should look:
 * further than `deviation` and than `sigmas` standard deviations, with enough siblings to speak of a mean.
 */
export const farFrom = (
  { count, mean, deviation: standard }: Spread,
  value: number,
  { deviation, settings }: { readonly deviation: number; readonly settings: SheetSettings },
): boolean => {
  if (count < (settings.siblingsMin ?? defaultSheetSettings.siblingsMin)) return false;
  const sigmas = settings.sigmas ?? defaultSheetSettings.sigmas;
  return Math.abs(value - mean) > Math.max(deviation, sigmas * standard);
};

/** A measured share for a message: "63.2". Means and swings are no counts, so `percent` does not apply. */
export const sharePercent = (share: number): string => (share * 100).toFixed(1);
