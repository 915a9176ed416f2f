import { tileWidth } from './tile.ts';

/** A tile or a bundle of entries, of which the first `width` are meant. */
export interface TileAddress {
  readonly level: number | 'entries';
  readonly index: number;
  readonly width: number;
}

/** `1234067` → `x001/x234/067`. */
const indexPath = (index: number): string => {
  const digits = String(index).padStart(Math.ceil(String(index).length / 3) * 3, '0');
  const groups = digits.match(/\d{3}/g) ?? [];
  return groups.map((group, at) => (at < groups.length - 1 ? `x${group}` : group)).join('/');
};

/** `tile/0/x001/234` or `tile/entries/005.p/17`, below the prefix of the log. */
export const tilePath = ({ level, index, width }: TileAddress): string =>
  `tile/${level}/${indexPath(index)}${width === tileWidth ? '' : `.p/${width}`}`;

/** What follows `tile/`; null for every text that `tilePath` would not have written. */
export const readTilePath = (path: string): TileAddress | null => {
  const found = /^(entries|\d{1,2})\/((?:x\d{3}\/)*\d{3})(?:\.p\/(\d{1,3}))?$/.exec(path);
  if (found === null) return null;
  const [, level = '', groups = '', width] = found;
  const address: TileAddress = {
    level: level === 'entries' ? level : Number(level),
    index: Number(groups.replaceAll(/[x/]/g, '')),
    width: width === undefined ? tileWidth : Number(width),
  };
  const sound =
    Number.isSafeInteger(address.index) &&
    address.width >= 1 &&
    (address.level === 'entries' || address.level <= 63);
  return sound && tilePath(address) === `tile/${path}` ? address : null;
};
