export { asNation } from './as-nation.ts';
export { ghanaLevels } from './ghana-registers.ts';
export type {
  Nation,
  NationBoundaries,
  NationDistrict,
  NationElection,
  NationEvent,
  NationNightOptions,
  NationRegister,
} from './nation.ts';
export { readGhanaBoundaries } from './read-ghana-boundaries.ts';
export { spainNation } from './spain-nation.ts';
