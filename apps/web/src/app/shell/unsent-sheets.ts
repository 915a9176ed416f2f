import { type ComponentType, lazy } from 'react';

const load = async (): Promise<{ default: ComponentType }> => {
  try {
    return { default: (await import('../../features/send-sheet/sender/unsent-sheets.tsx')).UnsentSheets };
  } catch {
    // A device that has not kept the sending pages yet has lost its signal: no page breaks for that.
    return { default: () => null };
  }
};

/** Fetched where somebody is signed in; the public pages stay as light as they are. */
export const UnsentSheets = lazy(load);
