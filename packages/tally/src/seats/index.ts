export { type AllianceAllocation, withAlliances } from './alliances.ts';
export type { Allocation, SeatTie } from './allocation.ts';
export type { TieSettings } from './award-places.ts';
export { biproportional } from './biproportional/biproportional.ts';
export type {
  Biproportional,
  BiproportionalElection,
  BiproportionalTie,
  Cell,
  Impossible,
} from './biproportional/biproportional-types.ts';
export {
  type DoublyProportional,
  type DoublyProportionalElection,
  doublyProportional,
  type UpperTie,
} from './biproportional/double-proportional.ts';
export { type Award, type DivisorAllocation, divisorMethod } from './divisor-method.ts';
export {
  adamsDivisors,
  type Divisors,
  danishDivisors,
  deanDivisors,
  dHondtDivisors,
  huntingtonHillDivisors,
  imperialiDivisors,
  modifiedSainteLagueDivisors,
  sainteLagueDivisors,
  standardRounding,
} from './divisors.ts';
export { hagenbachBischoff, type QuotaThenAverages } from './hagenbach-bischoff.ts';
export { largestRemainder, type RemainderAllocation } from './largest-remainder.ts';
export { type MajorityAllocation, withMajority } from './majority-seats.ts';
export {
  type MixedMemberAllocation,
  type MixedMemberElection,
  mixedMember,
  type OverhangRule,
} from './mixed-member.ts';
export {
  type MixedRegion,
  mixedMemberByRegion,
  type RegionalAllocation,
  type RegionalElection,
} from './mixed-member-regions.ts';
export {
  electFromList,
  type OpenList,
  type OpenListResult,
  type PanachageResult,
  panachage,
} from './panachage.ts';
export { type QuotaName, quotaOf } from './quotas.ts';
export type { SeatDistrict } from './seat-district.ts';
export { type SeatMethod, type SeatMethodName, seatMethods } from './seat-methods.ts';
export type { Lot } from './settle-by-lot.ts';
export { type Hurdle, type Hurdles, shutOut } from './shut-out.ts';
export type { Threshold } from './threshold.ts';
