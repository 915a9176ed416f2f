import { type ComponentType, lazy } from 'react';
import { isMissingScript } from '../is-missing-script.ts';

const load = async (): Promise<{ default: ComponentType }> => {
  try {
    return { default: (await import('../../features/send-sheet/sender/unsent-sheets.tsx')).UnsentSheets };
  } catch (error) {
    // A device that has not kept the sending pages yet has lost its signal: no page breaks for that.
    if (!isMissingScript(error)) throw error;
    return { default: () => null };
  }
};

/** Fetched where somebody is signed in; the public pages stay as light as they are. */
export const UnsentSheets = lazy(load);
