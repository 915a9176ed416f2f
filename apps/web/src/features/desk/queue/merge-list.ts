interface Row {
  readonly id: string;
}

export interface MergedList<T> {
  /** What stands in the list: known rows in their places, with their newest content. */
  readonly rows: readonly (T & { readonly gone: boolean })[];
  /** How many new rows wait to be shown. */
  readonly waiting: number;
}

/**
 * A list under a person's eyes must not jump: known rows keep their place, rows that left the list stay and are
 * marked, and new ones wait until they are asked for. `order` is what was last shown.
 */
export const mergeList = <T extends Row>(
  order: readonly string[],
  { fresh, known }: { readonly fresh: readonly T[]; readonly known: ReadonlyMap<string, T> },
): MergedList<T> => {
  const byId = new Map(fresh.map((row) => [row.id, row]));
  const rows = order.flatMap((id) => {
    const newest = byId.get(id);
    const row = newest ?? known.get(id);
    return row === undefined ? [] : [{ ...row, gone: newest === undefined }];
  });
  return { rows, waiting: fresh.filter(({ id }) => !order.includes(id)).length };
};
