import type { CheckCode, Finding, Severity } from './finding.ts';
import type { FindingValues } from './finding-values.ts';
import type { SheetSettings } from './sheet-settings.ts';

/** What a rule found, before the election's settings say how grave that is. */
export interface Problem {
  readonly message: string;
  readonly fields: string[];
  readonly values: FindingValues;
}

export interface CheckDescription {
  readonly id: string;
  readonly code: CheckCode;
  /** How grave it is unless the election says otherwise. */
  readonly severity: Severity;
  /** A structural error makes the sheet unreadable: no setting can turn it down. */
  readonly structural: boolean;
}

/** One rule of SPEC.md. `find` answers null on a clean subject and allocates nothing for it. */
export interface Check<Subject> extends CheckDescription {
  find(subject: Subject, settings: SheetSettings): Problem | null;
}

/** Every finding of the checks on one subject, in their order. */
export const findAll = <Subject>(
  checks: readonly Check<Subject>[],
  subject: Subject,
  settings: SheetSettings,
): Finding[] => {
  const findings: Finding[] = [];
  for (const check of checks) {
    const problem = check.find(subject, settings);
    if (problem === null) continue;
    const severity = severityOf(check, settings);
    if (severity !== 'off') findings.push({ rule: check.id, code: check.code, severity, ...problem });
  }
  return findings;
};

/** The severity in force for this election. */
export const severityOf = (check: CheckDescription, settings: SheetSettings): Severity | 'off' =>
  check.structural ? check.severity : (settings.severities?.[check.code] ?? check.severity);
