import type { CheckCode, Severity } from './finding.ts';

/** How one election wants its sheets checked. Everything is optional; shares are 0 to 1. */
export interface SheetSettings {
  /** Overrides of the default severities. Entries for structural errors have no effect. */
  readonly severities?: Partial<Record<CheckCode, Severity | 'off'>>;
  /** S12: from this share of rejected ballots on. */
  readonly rejectedShareMax?: number;
  /** S13: from this share of the valid votes on … */
  readonly choiceShareMin?: number;
  /** … where at least so many valid votes were counted. */
  readonly choiceShareVotesMin?: number;
  /** S14: turnout further than this from its siblings' mean … */
  readonly turnoutDeviation?: number;
  /** S17: swing further than this from its siblings' mean … */
  readonly swingDeviation?: number;
  /** S14, S17: … and further than so many of their standard deviations … */
  readonly sigmas?: number;
  /** S14, S17: … where at least so many siblings have reported. */
  readonly siblingsMin?: number;
}

export const defaultSheetSettings = {
  rejectedShareMax: 0.03,
  choiceShareMin: 0.98,
  choiceShareVotesMin: 50,
  turnoutDeviation: 0.25,
  swingDeviation: 0.15,
  sigmas: 3,
  siblingsMin: 5,
} as const satisfies SheetSettings;
