/** Björn Ottosson's OKLab (2020) in its polar form; channels are sRGB fractions, hue in radians. */
export interface Oklch {
  readonly lightness: number;
  readonly chroma: number;
  readonly hue: number;
}

export type Rgb = readonly [number, number, number];

const toLinear = (channel: number): number =>
  channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;

const fromLinear = (channel: number): number =>
  channel <= 0.0031308 ? channel * 12.92 : 1.055 * channel ** (1 / 2.4) - 0.055;

export const parseHex = (hex: string): Rgb => {
  const value = Number.parseInt(hex.slice(1), 16);
  return [((value >> 16) & 255) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255];
};

export const formatHex = (rgb: Rgb): string =>
  `#${rgb
    .map((channel) =>
      Math.round(channel * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;

export const linearRgb = ([r, g, b]: Rgb): Rgb => [toLinear(r), toLinear(g), toLinear(b)];

export const linearToOklab = ([r, g, b]: Rgb): Rgb => {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
};

const oklabToLinear = ([lightness, a, b]: Rgb): Rgb => {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
};

export const hexToOklch = (hex: string): Oklch => {
  const [lightness, a, b] = linearToOklab(linearRgb(parseHex(hex)));
  return { lightness, chroma: Math.hypot(a, b), hue: Math.atan2(b, a) };
};

/** The channels, or null when the screen cannot show the colour. */
const oklchToRgb = ({ lightness, chroma, hue }: Oklch): Rgb | null => {
  const linear = oklabToLinear([lightness, chroma * Math.cos(hue), chroma * Math.sin(hue)]);
  if (linear.some((channel) => channel < -0.0005 || channel > 1.0005)) return null;
  const [r, g, b] = linear.map((channel) => fromLinear(Math.min(1, Math.max(0, channel))));
  return [r ?? 0, g ?? 0, b ?? 0];
};

/** Keeps lightness and hue and gives up as much chroma as the screen's gamut asks for. */
export const oklchToHex = (color: Oklch): string => {
  let low = 0;
  let high = color.chroma;
  const whole = oklchToRgb(color);
  if (whole) return formatHex(whole);
  for (let round = 0; round < 16; round += 1) {
    const middle = (low + high) / 2;
    if (oklchToRgb({ ...color, chroma: middle })) low = middle;
    else high = middle;
  }
  return formatHex(oklchToRgb({ ...color, chroma: low }) ?? [0, 0, 0]);
};
