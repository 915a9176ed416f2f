import { useSyncExternalStore } from 'react';
import { type ChosenScheme, chosenScheme, onSchemeChange, type Scheme, shownScheme } from './color-scheme.ts';

/** The scheme that the page is drawn in now. */
export const useShownScheme = (): Scheme => useSyncExternalStore(onSchemeChange, shownScheme);

export const useChosenScheme = (): ChosenScheme => useSyncExternalStore(onSchemeChange, chosenScheme);
