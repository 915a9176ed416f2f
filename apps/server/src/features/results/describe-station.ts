import type { Sheet } from '@comitium/contract';
import type { ElectionFacts } from '../elections/index.ts';

/** A station as people know it: its code and name, and the areas between it and the whole, widest first. */
export const describeStation = ({ register }: ElectionFacts, stationId: string): Sheet['station'] => {
  const station = register.find(stationId);
  if (station === undefined) throw new Error(`station ${stationId} is not in the register ${register.code}`);
  const above = register.path(station).slice(1, -1).reverse();
  return {
    id: stationId,
    code: register.codes[station] ?? '',
    name: register.names[station] ?? '',
    path: above.map((area) => register.names[area] ?? ''),
  };
};
