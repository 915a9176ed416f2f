import type { MapSearch } from './board.ts';

/**
 * The address of a state of the map, as the router would write it. Written by hand, because a page holds hundreds of
 * them and asking the router for each costs more than drawing the areas.
 */
export const mapAddress = (election: string, search: MapSearch): string => {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    if (typeof value === 'string' && value !== '') params.set(name, value);
  }
  const text = params.toString();
  return `/elections/${encodeURIComponent(election)}${text ? `?${text}` : ''}`;
};
