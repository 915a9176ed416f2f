import type { ElectionSettings } from '@comitium/contract';
import { defaultSheetSettings } from '@comitium/tally';
import { readShare, showShare } from '../forms/percent.ts';

interface Limit {
  /** A share is written in per cent; the others as the number they are. */
  readonly kind: 'share' | 'whole' | 'number';
  readonly least: number;
  readonly most: number;
  /** What counts while the field is empty. */
  readonly usual: number;
}

const share = (usual: number): Limit => ({ kind: 'share', least: 0, most: 1, usual });
const usual = defaultSheetSettings;

/** Every figure of an election's settings, in the order of the checks they belong to. */
export const limits = {
  rejectedShareMax: share(usual.rejectedShareMax),
  choiceShareMin: share(usual.choiceShareMin),
  choiceShareVotesMin: { kind: 'whole', least: 0, most: 1_000_000, usual: usual.choiceShareVotesMin },
  turnoutDeviation: share(usual.turnoutDeviation),
  swingDeviation: share(usual.swingDeviation),
  sigmas: { kind: 'number', least: 0, most: 10, usual: usual.sigmas },
  siblingsMin: { kind: 'whole', least: 2, most: 100_000, usual: usual.siblingsMin },
  marginalShare: share(0.05),
  authorMayCorrectMinutes: { kind: 'whole', least: 0, most: 7 * 24 * 60, usual: 30 },
} as const satisfies Partial<Record<keyof ElectionSettings, Limit>>;

export type LimitField = keyof typeof limits;
export const limitFields = Object.keys(limits) as readonly LimitField[];

const patterns = { whole: /^\d{1,7}$/, number: /^\d{1,2}([.,]\d{1,3})?$/ };

/** What was typed, as the settings hold it; null where it is not what the field is for. */
export const readLimit = (field: LimitField, text: string): number | null => {
  const { kind, least, most }: Limit = limits[field];
  if (kind === 'share') return readShare(text);
  if (!patterns[kind].test(text.trim())) return null;
  const value = Number(text.trim().replace(',', '.'));
  return value >= least && value <= most ? value : null;
};

export const showLimit = (field: LimitField, value: number | undefined): string =>
  limits[field].kind === 'share' ? showShare(value) : String(value ?? '');
