import { createMemoryShelf } from './create-memory-shelf.ts';
import type { SheetStorage } from './sheet-storage.ts';

export const createMemoryStorage = (): SheetStorage => ({
  drafts: createMemoryShelf((draft) => draft.id),
  queue: createMemoryShelf((sheet) => sheet.key),
  snapshots: createMemoryShelf((snapshot) => snapshot.name),
});
