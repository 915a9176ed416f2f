import type { Random } from './random.ts';

/** Kinds of places where people vote; no real place is meant. */
const places = [
  'Primary School',
  'Primary School',
  'Junior High School',
  'Community Centre',
  'Town Hall',
  'Market Square',
  'Lorry Station',
  'Health Post',
  'Durbar Ground',
  'Day Nursery',
  'Post Office',
  'Football Park',
] as const;

export interface AreaNames {
  area(area: number): string;
  station(area: number, station: number): string;
}

/** Names that tell where an invented place belongs without claiming to be one: "Jomoro 1/03 Primary School". */
export const createAreaNames = (constituency: string, random: Random): AreaNames => ({
  area: (area) => `${constituency} Electoral Area ${area + 1}`,
  station: (area, station) => {
    const number = String(station + 1).padStart(2, '0');
    return `${constituency} ${area + 1}/${number} ${places[random.integer(places.length)]}`;
  },
});
