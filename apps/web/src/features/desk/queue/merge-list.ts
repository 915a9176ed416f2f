interface Row {
  readonly id: string;
}

export interface MergedList<T> {
  /** What stands in the list: known rows in their places, with their newest content, then older ones that came up. */
  readonly rows: readonly (T & { readonly gone: boolean })[];
  /** How many new rows wait to be shown. */
  readonly waiting: number;
}

interface Newest<T> {
  /** The page as it is now, the newest first. */
  readonly fresh: readonly T[];
  readonly known: ReadonlyMap<string, T>;
  /** Whether there are older rows than these. */
  readonly more: boolean;
}

/**
 * A list under a person's eyes must not jump: known rows keep their place, rows that left the list stay and are
 * marked, and new ones wait until they are asked for. Older rows that come up from the next page, because some of this
 * one are done, follow at the end: they would be passed over otherwise. `order` is what was last shown.
 */
export const mergeList = <T extends Row>(
  order: readonly string[],
  { fresh, known, more }: Newest<T>,
): MergedList<T> => {
  const byId = new Map(fresh.map((row) => [row.id, row]));
  const shown = new Set(order);
  // What follows the last known row that is still there was pushed to the next page by new ones, and is not gone.
  const lastPresent = order.findLastIndex((id) => byId.has(id));
  const rows = order.flatMap((id, place) => {
    const row = byId.get(id) ?? known.get(id);
    if (row === undefined) return [];
    return [{ ...row, gone: !byId.has(id) && !(more && place > lastPresent) }];
  });
  const lastKnown = fresh.findLastIndex(({ id }) => shown.has(id));
  const came = fresh.slice(lastKnown === -1 ? fresh.length : lastKnown + 1);
  const waiting = fresh.filter(({ id }) => !shown.has(id)).length - came.length;
  return { rows: [...rows, ...came.map((row) => ({ ...row, gone: false }))], waiting };
};
