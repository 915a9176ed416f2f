import { newKey } from '../../../data/new-key.ts';
import type { QueuedBody, QueuedSheet } from './queued-sheet.ts';

/** The key of the sheet it replaces when nothing of it changed; another body needs a key of its own. */
export const keyFor = (
  replaced: Pick<QueuedSheet, 'key' | 'body' | 'photo'> | null,
  next: { readonly body: QueuedBody; readonly photoId: string | null },
): string => {
  const same =
    replaced !== null &&
    (replaced.photo?.id ?? null) === next.photoId &&
    JSON.stringify(replaced.body) === JSON.stringify(next.body);
  return same ? replaced.key : newKey();
};
