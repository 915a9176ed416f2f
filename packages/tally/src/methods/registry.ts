import { condorcet } from './condorcet/condorcet.ts';
import type { CountingMethod } from './counting-method.ts';
import { irv } from './irv/irv.ts';
import { minimax } from './minimax/minimax.ts';
import { plurality } from './plurality/plurality.ts';
import { rankedPairs } from './ranked-pairs/ranked-pairs.ts';
import { rankedRobin } from './ranked-robin/ranked-robin.ts';
import { schulze } from './schulze/schulze.ts';

/** Every method, for one winner first, then for several; one line each. */
export const countingMethods: readonly CountingMethod[] = [
  plurality,
  irv,
  condorcet,
  minimax,
  rankedPairs,
  schulze,
  rankedRobin,
];

/** The method of that name, or undefined. */
export const findMethod = (name: string): CountingMethod | undefined =>
  countingMethods.find((method) => method.name === name);
