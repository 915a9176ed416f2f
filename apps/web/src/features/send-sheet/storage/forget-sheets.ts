import { openIndexedDbStorage } from './open-indexed-db-storage.ts';

/** Of who signs out, everything but the sheets that nobody has received yet: those are lost nowhere else. */
export const forgetSheets = async (): Promise<void> => {
  try {
    const { drafts, queue, snapshots } = await openIndexedDbStorage();
    for (const { name } of await snapshots.list()) await snapshots.delete(name);
    for (const { id } of await drafts.list()) await drafts.delete(id);
    for (const { key, state } of await queue.list()) if (state.kind === 'sent') await queue.delete(key);
  } catch {
    // A device that keeps nothing has nothing to forget.
    return;
  }
};

/** How many sheets of this person are on this device and nowhere else. */
export const countUnsent = async (personId: string): Promise<number> => {
  try {
    const sheets = await (await openIndexedDbStorage()).queue.list();
    return sheets.filter(({ person, state }) => person.id === personId && state.kind !== 'sent').length;
  } catch {
    return 0;
  }
};
