const hues = 72;
const lightness = [0.42, 0.52, 0.62] as const;
const saturation = 0.16;

/** A greyish colour for a party that has none of its own: the same for the same code, and not yet in `colors`. */
export const tintOf = (code: string, colors: Set<string>): string => {
  let hash = 2166136261;
  for (let i = 0; i < code.length; i += 1) hash = Math.imul(hash ^ code.charCodeAt(i), 16777619) >>> 0;
  for (let step = 0; step < hues * lightness.length; step += 1) {
    const place = (hash + step) % (hues * lightness.length);
    const color = toHex(((place % hues) * 360) / hues, lightness[Math.floor(place / hues)]!);
    if (colors.has(color)) continue;
    colors.add(color);
    return color;
  }
  throw new Error(`no colour is left for ${code}`);
};

/** The usual conversion of hue, saturation, lightness. */
const toHex = (hue: number, light: number): string => {
  const reach = saturation * Math.min(light, 1 - light);
  const channel = (offset: number): string => {
    const place = (offset + hue / 30) % 12;
    const value = light - reach * Math.max(-1, Math.min(place - 3, 9 - place, 1));
    return Math.round(255 * value)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${channel(0)}${channel(8)}${channel(4)}`;
};
