// What verifying can find wrong. Pages have their own words for the codes; these are for terminals.

/** Every finding has a code and the values that its words need. */
const words = {
  unreadable: 'The server does not give {path}: {why}',
  key_changed: 'The log is signed with another key than the one that is trusted.',
  checkpoint_invalid: 'The checkpoint cannot be believed: {why}',
  earlier_checkpoint_invalid: 'The earlier checkpoint cannot be believed: {why}',
  witness_missing: '{name} has not cosigned the checkpoint.',
  log_truncated: 'The log was set back: it has {size} leaves, and had {before} before.',
  log_forked: 'The log was forked: its first {before} leaves are not those of the earlier checkpoint.',
  tile_changed: 'Tile {tile} was changed: hash {at} is not that of the leaves.',
  leaf_changed: 'Leaf {index} was changed: its text does not hash to what was signed.',
  leaf_unreadable: 'Leaf {index} is not understood: {why}',
  root_differs: 'The {size} leaves do not hash to the root that was signed.',
  receipt_invalid: 'The receipt does not hold: {why}',
  receipt_not_logged: 'The leaf of the receipt is not in the log.',
  plan_changed: 'The plan of {election}, by which totals are added up, is not the one that was logged.',
  election_not_logged: 'The log holds nothing about {election}.',
  basis_differs: '{election} shows totals of basis {shown}, the log says {logged}.',
  sheet_changed: 'Sheet {sheet} of station {station}: the figures that count are not those that were logged.',
  sheet_not_logged: 'Sheet {sheet}, revision {revision}, counts but is not in the log.',
  sheet_status_differs: 'Sheet {sheet} of station {station} counts as {shown}, the log says {logged}.',
  sheet_missing: 'Sheet {sheet} of station {station} is {logged} in the log, but does not count.',
  sheet_misplaced: 'Sheet {sheet} does not fit the plan: {why}',
  area_missing: '{area} of {race} is in the plan, but has no published totals.',
  area_unknown: '{area} of {race} has published totals, but is not in the plan.',
  total_differs:
    '{race}, {area}: {figure} is published as {shown}, the sheets add up to {counted} ({where}).',
} as const;

export type FindingCode = keyof typeof words;

/** All of them, for whoever has words of their own. */
export const findingCodes = Object.keys(words) as readonly FindingCode[];

export interface VerifyFinding {
  readonly code: FindingCode;
  readonly values: Readonly<Record<string, string | number>>;
}

export const finding = (
  code: FindingCode,
  values: Readonly<Record<string, string | number>> = {},
): VerifyFinding => ({ code, values });

/** A sentence for a terminal or a log. */
export const describeFinding = ({ code, values }: VerifyFinding): string =>
  words[code].replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));

/** Stops verifying: what comes after it would mean nothing. */
export class VerifyStop extends Error {
  readonly found: VerifyFinding;
  constructor(found: VerifyFinding) {
    super(describeFinding(found));
    this.found = found;
  }
}
