import type { MouseEvent } from 'react';

/** A click that opens here; with a key held or another button the browser opens the link its own way. */
export const isPlainClick = (event: MouseEvent): boolean =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
