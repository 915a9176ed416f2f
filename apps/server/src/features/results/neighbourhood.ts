import type { RegisterIndex } from '../territory/index.ts';

/** So few stations say little about each other; the area above is looked at instead. */
const leastStations = 10;

const known = new WeakMap<RegisterIndex, Int32Array>();

/** The smallest area around a station that holds enough stations to compare it with. */
export const neighbourhoodOf = (register: RegisterIndex, stationIndex: number): number => {
  let areas = known.get(register);
  if (areas === undefined) {
    areas = findAll(register);
    known.set(register, areas);
  }
  return areas[stationIndex] ?? 0;
};

/** Parents come before their children, so one pass down the register is enough. */
const findAll = (register: RegisterIndex): Int32Array => {
  const areas = new Int32Array(register.size);
  for (let area = 0; area < register.size; area++) {
    const enough = (register.stations[area] ?? 0) >= leastStations;
    areas[area] = enough && !register.isStation(area) ? area : (areas[register.parent[area] ?? 0] ?? 0);
  }
  return areas;
};
