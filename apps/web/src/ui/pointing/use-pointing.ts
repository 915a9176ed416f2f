import { useState, useSyncExternalStore } from 'react';
import { createPointing, type Pointing } from './create-pointing.ts';

/** One for each page. */
export const usePointing = (): Pointing => useState(createPointing)[0];

export const usePointed = ({ subscribe, current }: Pointing): string | null =>
  useSyncExternalStore(subscribe, current);

/** Draws again only when this very area is pointed at, or no longer. */
export const useIsPointed = ({ subscribe, current }: Pointing, code: string): boolean =>
  useSyncExternalStore(subscribe, () => current() === code);
