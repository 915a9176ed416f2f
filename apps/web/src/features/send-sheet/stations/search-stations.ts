import type { MyStation } from '../station-state.ts';

const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase();

/** Stations whose name, code or place holds every word, without regard to case and accents. */
export const searchStations = (stations: readonly MyStation[], q: string): readonly MyStation[] => {
  const words = fold(q).split(/\s+/).filter(Boolean);
  if (words.length === 0) return stations;
  return stations.filter(({ station }) => {
    const text = fold([station.name, station.code, ...station.path].join(' '));
    return words.every((word) => text.includes(word));
  });
};
