import type { Election } from '@comitium/contract';
import type { SheetSettings } from '@comitium/tally';
import type { CheckSurroundings } from '../../../data/sheets/check-figures.ts';

interface Known {
  readonly election: Election | null;
  readonly registered: number;
  readonly capturedAt: string | null;
}

/** What this device can know of the rules' surroundings; what needs other stations is left to the server. */
export const sheetSurroundings = ({ election, registered, capturedAt }: Known): CheckSurroundings => {
  const closes = election?.pollsCloseAt ?? null;
  return {
    settings: (election?.settings ?? {}) as SheetSettings,
    context: {
      registerFigure: registered,
      ...(closes === null ? {} : { pollsClosedAt: new Date(closes) }),
      ...(capturedAt === null ? {} : { capturedAt: new Date(capturedAt) }),
    },
  };
};
