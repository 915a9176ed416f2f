import { sha256 } from '@noble/hashes/sha2.js';
import { toHex } from '../encoding/hex.ts';
import { toUtf8 } from '../encoding/utf8.ts';
import { parseList } from '../leaves/committed-text.ts';

/** How the totals of an election are added up, ready for adding. */
export interface FoldPlan {
  /** Area code → its parent's, null for the whole. */
  readonly parentOf: ReadonlyMap<string, string | null>;
  /** `race contest` → district and choices with their columns. */
  readonly contests: ReadonlyMap<string, FoldContest>;
  readonly races: readonly string[];
}

export interface FoldContest {
  readonly area: string;
  readonly choices: readonly string[];
  readonly columns: readonly string[];
}

export const contestKey = (race: string, contest: string): string => JSON.stringify([race, contest]);

export const hashOfPlanText = (text: string): string => toHex(sha256(toUtf8(text)));

/** The text hashes to what was logged, so its form is the server's own; null where it is of another version. */
export const readPlan = (text: string): FoldPlan | null => {
  const [kind, areas, contests] = parseList(text) ?? [];
  if (kind !== 'comitium/plan/1') return null;
  const listed = contests as [string, string, string, [string, string][]][];
  return {
    parentOf: new Map(areas as [string, string | null][]),
    contests: new Map(
      listed.map(([race, area, code, choices]) => [
        contestKey(race, code),
        { area, choices: choices.map(([choice]) => choice), columns: choices.map(([, column]) => column) },
      ]),
    ),
    races: [...new Set(listed.map(([race]) => race))],
  };
};
