import { hash } from 'node:crypto';
import type { SheetFigures } from '@comitium/tally';

export interface SheetLeaf {
  readonly election: string;
  readonly contest: string;
  readonly station: string;
  readonly sheetId: string;
  readonly revision: number;
  readonly status: string;
  readonly choices: readonly string[];
  readonly figures: SheetFigures;
  readonly receivedAt: Date;
}

/**
 * The Merkle leaf hash of a revision (RFC 9162 §2.1.1: SHA-256 of a zero byte and the leaf). The leaf is the JSON
 * text of a fixed list, so that anybody who knows the published figures can build it again; it names no person.
 */
export const hashSheetLeaf = (leaf: SheetLeaf): Buffer => {
  const { figures } = leaf;
  const text = JSON.stringify([
    'comitium/sheet/1',
    leaf.election,
    leaf.contest,
    leaf.station,
    leaf.sheetId,
    leaf.revision,
    leaf.status,
    leaf.choices,
    figures.votes,
    figures.rejected,
    figures.cast,
    figures.registered,
    leaf.receivedAt.toISOString(),
  ]);
  return hash('sha256', `\0${text}`, 'buffer');
};
