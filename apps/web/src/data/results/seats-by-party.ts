import type { ChildArea } from '@comitium/contract';

/** The seats of a district that fills several, most first; nothing elsewhere. */
export const seatsByParty = ({ seats }: Pick<ChildArea, 'seats'>): [party: string, seats: number][] =>
  Object.entries(seats?.parties ?? {}).sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]));
