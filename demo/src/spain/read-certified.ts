import { err, ok, type Result } from '@comitium/basics';
import type { SpainImportError } from './import-error.ts';
import { readCount } from './read-count.ts';
import { readTable } from './read-table.ts';

/** What one list was certified to have in one province. */
export interface CertifiedCell {
  /** Two digits. */
  readonly province: string;
  readonly candidacy: string;
  readonly votes: number;
  readonly seats: number;
}

const columns = ['province', 'id_candidacies', 'votes', 'seats'] as const;

export const readCertified = async (file: string): Promise<Result<CertifiedCell[], SpainImportError>> => {
  const table = await readTable(file, columns);
  if (!table.ok) return table;
  const cells: CertifiedCell[] = [];
  for (const { line, fields } of table.value) {
    const [votes, seats] = [readCount(fields.votes), readCount(fields.seats)];
    if (votes === -1 || seats === -1) {
      const detail = `${fields.votes} votes and ${fields.seats} seats are no counts.`;
      return err({ code: 'row_invalid', file, line, detail });
    }
    cells.push({ province: fields.province, candidacy: fields.id_candidacies, votes, seats });
  }
  return ok(cells);
};
