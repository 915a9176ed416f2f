// Which pages are looked at, on what, and how.

interface Device {
  readonly name: string;
  readonly size: { readonly width: number; readonly height: number };
  readonly scale: number;
}

export interface Shot {
  readonly file: string;
  readonly path: string;
  readonly device: Device;
  readonly scheme: 'light' | 'dark';
  readonly direction: 'ltr' | 'rtl';
  /** Stands on the page when it is ready to be looked at. */
  readonly ready: string;
  readonly signedIn: boolean;
  /** The whole length of the page, not only the first screen. */
  readonly whole: boolean;
}

const phone: Device = { name: 'phone', size: { width: 360, height: 740 }, scale: 2 };
const laptop: Device = { name: 'laptop', size: { width: 1366, height: 768 }, scale: 1 };
const studio: Device = { name: 'studio', size: { width: 1920, height: 1080 }, scale: 1 };
const wall: Device = { name: 'wall', size: { width: 3840, height: 2160 }, scale: 1 };

interface Page {
  readonly name: string;
  readonly path: string;
  readonly ready: string;
  readonly devices: readonly Device[];
  readonly signedIn?: boolean;
}

const pagesOf = (election: string): readonly Page[] => [
  { name: 'home', path: '/', ready: 'main ul h2', devices: [phone, laptop] },
  { name: 'map', path: `/elections/${election}`, ready: 'main table', devices: [phone, laptop, wall] },
  {
    name: 'hexagons',
    path: `/elections/${election}?race=parliamentary&view=hex`,
    ready: 'main table',
    devices: [phone, laptop],
  },
  {
    name: 'presenter',
    path: `/elections/${election}/presenter`,
    ready: 'main h1',
    devices: [laptop, studio],
    signedIn: true,
  },
  { name: 'verify', path: '/verify', ready: 'main h1', devices: [phone, laptop] },
  { name: 'wall', path: `/elections/${election}/wall`, ready: 'main h1', devices: [studio, wall] },
];

/** Each page on its devices in light and dark, and on the first of them from right to left. */
export const shotsOf = (election: string): readonly Shot[] =>
  pagesOf(election).flatMap(({ name, path, ready, devices, signedIn = false }) => {
    const of = (device: Device, scheme: 'light' | 'dark', direction: 'ltr' | 'rtl'): Shot => ({
      file: `${name}-${device.name}-${scheme}${direction === 'rtl' ? '-rtl' : ''}`,
      path,
      device,
      scheme,
      direction,
      ready,
      signedIn,
      whole: device === phone || device === laptop,
    });
    return [
      ...devices.flatMap((device) => [of(device, 'light', 'ltr'), of(device, 'dark', 'ltr')]),
      ...devices.slice(0, 2).map((device) => of(device, 'light', 'rtl')),
    ];
  });
