import type { AuditMeasureBody } from '@comitium/contract';
import type { PairRisk } from '@comitium/tally/audits';
import type { BallotsOptions } from './read-audit-arguments.ts';
import type { Contest } from './read-contest.ts';

export interface MeasureOptions extends BallotsOptions {
  readonly method: string;
  readonly riskLimit: string;
  readonly winners?: string | undefined;
  readonly sample?: string | undefined;
  /** Papers drawn for polling, those without a vote for any choice among them. */
  readonly papers?: string | undefined;
  readonly compared?: string | undefined;
  readonly rounds?: string | undefined;
  readonly batches: string;
  readonly draws?: string | undefined;
  readonly strata?: string | undefined;
  readonly strataBallots?: string | undefined;
}

/** What a method found: the rest of the report follows from it. */
export interface Finding {
  readonly risks: readonly PairRisk[];
  readonly drawn: number;
  readonly unit: 'ballots' | 'batches';
  /** How many more are likely to do; null where the method cannot say. */
  readonly more: number | null;
  /** Of how many ballots or batches. */
  readonly population: number;
  readonly discrepancies: AuditMeasureBody['discrepancies'];
}

export interface Asked {
  readonly contest: Contest;
  readonly riskLimit: number;
  readonly options: MeasureOptions;
}
