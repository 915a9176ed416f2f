// What a browser says it is, so that people know their devices again in a list. Anybody can say anything: it decides nothing.

export interface Device {
  /** Such as Firefox; null where it is not one of the known ones. */
  readonly browser: string | null;
  /** Such as Android. */
  readonly system: string | null;
}

type Sign = readonly [name: string, sign: RegExp];

/** The more special come first: most of them say that they are Chrome and Safari too. */
const browsers: readonly Sign[] = [
  ['Comitium', /\bComitium\//],
  ['Samsung Internet', /\bSamsungBrowser\//],
  ['Edge', /\b(?:Edg|EdgA|EdgiOS)\//],
  ['Opera', /\b(?:OPR|OPT|Opera)\//],
  ['Vivaldi', /\bVivaldi\//],
  ['Firefox', /\b(?:Firefox|FxiOS)\//],
  ['Chrome', /\b(?:Chrome|CriOS|HeadlessChrome)\//],
  ['Safari', /\bVersion\/[\d.]+ .*\bSafari\//],
];

const systems: readonly Sign[] = [
  ['Android', /\bAndroid\b/],
  ['iPad', /\biPad\b/],
  ['iPhone', /\biPhone\b/],
  ['Windows', /\bWindows\b/],
  ['ChromeOS', /\bCrOS\b/],
  ['macOS', /\bMac OS X\b|\bMacintosh\b/],
  ['Linux', /\bLinux\b|\bX11\b/],
];

const first = (signs: readonly Sign[], text: string): string | null =>
  signs.find(([, sign]) => sign.test(text))?.[0] ?? null;

export const readUserAgent = (userAgent: string): Device => {
  const text = userAgent.slice(0, 500);
  return { browser: first(browsers, text), system: first(systems, text) };
};
