import type { QueuedSheet } from './queued-sheet.ts';

/** What may be sent now in this person's session, oldest first. */
export const dueSheets = (
  sheets: readonly QueuedSheet[],
  { now, personId }: { readonly now: number; readonly personId: string },
): readonly QueuedSheet[] =>
  sheets
    .filter(({ person }) => person.id === personId)
    .filter(({ state }) => state.kind === 'sign_in' || (state.kind === 'waiting' && state.notBefore <= now))
    .toSorted((a, b) => a.queuedAt.localeCompare(b.queuedAt));

/** When the next waiting sheet comes due, in milliseconds since 1970; null when none waits. */
export const nextDueAt = (sheets: readonly QueuedSheet[]): number | null => {
  const times = sheets.flatMap(({ state }) => (state.kind === 'waiting' ? [state.notBefore] : []));
  return times.length === 0 ? null : Math.min(...times);
};
