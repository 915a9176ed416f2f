import type { CountingMethod } from './counting-method.ts';
import { irv } from './irv/irv.ts';
import { plurality } from './plurality/plurality.ts';

/** Every method, for one winner first, then for several; one line each. */
export const countingMethods: readonly CountingMethod[] = [plurality, irv];

/** The method of that name, or undefined. */
export const findMethod = (name: string): CountingMethod | undefined =>
  countingMethods.find((method) => method.name === name);
