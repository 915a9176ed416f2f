// Where networks lie, from a CSV of the operator: network,latitude,longitude. No file, no places.
import { readFileSync } from 'node:fs';
import { isIPv4, isIPv6 } from 'node:net';

export interface Place {
  readonly latitude: number;
  readonly longitude: number;
}

export interface Places {
  /** Networks that are known. */
  readonly size: number;
  locate(address: string): Place | null;
}

interface Range extends Place {
  readonly first: bigint;
  readonly last: bigint;
}

const bitsOf = (version: 4 | 6): bigint => (version === 4 ? 32n : 128n);

/** IPv4 addresses are numbers below 2³²; IPv6 above it in practice, and always told apart by their own list. */
const numberOf = (address: string): { version: 4 | 6; value: bigint } | null => {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (isIPv4(plain)) {
    const value = plain.split('.').reduce((sum, part) => sum * 256n + BigInt(part), 0n);
    return { version: 4, value };
  }
  const [unscoped = ''] = plain.split('%');
  if (!isIPv6(unscoped) || unscoped.includes('.')) return null;
  const [head = '', tail] = unscoped.split('::');
  const groups = (text: string) => text.split(':').filter((group) => group !== '');
  const right = tail === undefined ? [] : groups(tail);
  const zeros = Array.from({ length: 8 - groups(head).length - right.length }, () => '0');
  const all = [...groups(head), ...zeros, ...right];
  return { version: 6, value: all.reduce((sum, group) => sum * 65_536n + BigInt(`0x${group}`), 0n) };
};

const readLine = (line: string, at: number): { version: 4 | 6; range: Range } => {
  const [network = '', latitude = '', longitude = ''] = line.split(',').map((part) => part.trim());
  const [address = '', length = ''] = network.split('/');
  const start = numberOf(address);
  const place = { latitude: Number(latitude), longitude: Number(longitude) };
  const bits =
    start === null ? 0n : bitsOf(start.version) - BigInt(/^\d{1,3}$/.test(length) ? length : '999');
  const sound = latitude !== '' && Math.abs(place.latitude) <= 90 && Math.abs(place.longitude) <= 180;
  if (start === null || bits < 0n || longitude === '' || !sound) {
    throw new Error(`line ${at + 1} is not network,latitude,longitude`);
  }
  const first = (start.value >> bits) << bits;
  return { version: start.version, range: { first, last: first + (1n << bits) - 1n, ...place } };
};

/** Networks must not overlap. Throws with the line that cannot be read. */
export const readPlaces = (text: string): Places => {
  const ranges = { 4: [] as Range[], 6: [] as Range[] };
  for (const [at, line] of text.split(/\r?\n/).entries()) {
    const isHead = at === 0 && line.startsWith('network');
    if (line.trim() === '' || line.startsWith('#') || isHead) continue;
    const { version, range } = readLine(line, at);
    ranges[version].push(range);
  }
  for (const list of [ranges[4], ranges[6]]) list.sort((a, b) => (a.first < b.first ? -1 : 1));
  return {
    size: ranges[4].length + ranges[6].length,
    locate: (address) => {
      const wanted = numberOf(address);
      if (wanted === null) return null;
      const found = lastFrom(ranges[wanted.version], wanted.value);
      return found !== undefined && wanted.value <= found.last ? found : null;
    },
  };
};

/** The last range that begins at or before the value. */
const lastFrom = (ranges: readonly Range[], value: bigint): Range | undefined => {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.first ?? 0n) <= value) low = middle + 1;
    else high = middle;
  }
  return ranges[low - 1];
};

export const openPlaces = (file: string): Places =>
  file === '' ? { size: 0, locate: () => null } : readPlaces(readFileSync(file, 'utf8'));

const earthKm = 6371;

/** Along the great circle, by the haversine formula. */
export const distanceKm = (a: Place, b: Place): number => {
  const radians = (degrees: number): number => (degrees * Math.PI) / 180;
  const half = (from: number, to: number): number => Math.sin(radians(to - from) / 2) ** 2;
  const crossing = Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude));
  const chord = half(a.latitude, b.latitude) + crossing * half(a.longitude, b.longitude);
  return 2 * earthKm * Math.asin(Math.sqrt(Math.min(1, chord)));
};
