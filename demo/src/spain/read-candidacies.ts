import { ok, type Result } from '@comitium/basics';
import type { SpainImportError } from './import-error.ts';
import { readTable } from './read-table.ts';

/** A list as it stands in one or more provinces. */
export interface Candidacy {
  readonly id: string;
  readonly abbreviation: string;
  readonly name: string;
  /** The candidacy that stands for its national party. */
  readonly national: string;
}

const columns = ['id_candidacies', 'abbrev_candidacies', 'name_candidacies', 'id_candidacies_nat'] as const;

export const readCandidacies = async (
  file: string,
): Promise<Result<ReadonlyMap<string, Candidacy>, SpainImportError>> => {
  const table = await readTable(file, columns);
  if (!table.ok) return table;
  const stated = new Map(table.value.map(({ fields }) => [fields.id_candidacies, fields.id_candidacies_nat]));
  const candidacies = table.value.map(({ fields }) => ({
    id: fields.id_candidacies,
    abbreviation: fields.abbrev_candidacies.trim(),
    name: fields.name_candidacies.trim(),
    national: findNational(stated, fields.id_candidacies),
  }));
  return ok(new Map(candidacies.map((candidacy) => [candidacy.id, candidacy])));
};

/** The source names a national candidacy that has one itself (98 → 78 → 15 in 2023): follow it to the end. */
const findNational = (stated: ReadonlyMap<string, string>, id: string): string => {
  const seen = new Set([id]);
  for (let at = id; ; ) {
    const next = stated.get(at) ?? at;
    if (seen.has(next)) return next;
    seen.add(next);
    at = next;
  }
};
