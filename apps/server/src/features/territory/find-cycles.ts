import type { RegisterRow } from './register-row.ts';

/** The rows that are their own ancestors; those that only hang below such a row are not among them. */
export const findCycles = (
  rows: readonly RegisterRow[],
  byCode: ReadonlyMap<string, RegisterRow>,
): RegisterRow[] => {
  const walkOf = new Map<RegisterRow, number>();
  const cycles: RegisterRow[] = [];
  for (const [walk, start] of rows.entries()) {
    let row: RegisterRow | undefined = start;
    while (row !== undefined && !walkOf.has(row)) {
      walkOf.set(row, walk);
      row = above(row, byCode);
    }
    if (row === undefined || walkOf.get(row) !== walk) continue;
    const first = row;
    do {
      cycles.push(row);
      row = above(row, byCode) ?? first;
    } while (row !== first);
  }
  return cycles;
};

const above = (row: RegisterRow, byCode: ReadonlyMap<string, RegisterRow>): RegisterRow | undefined =>
  row.parent === null ? undefined : byCode.get(row.parent);
