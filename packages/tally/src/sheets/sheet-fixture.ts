import { createBallot } from './ballot.ts';
import type { CheckContext, SheetInput } from './check-context.ts';
import type { SheetFigures } from './sheet-figures.ts';

/** A ballot and a clean sheet for tests. */
export const ballot = createBallot(
  [
    { id: 'id-npp', code: 'NPP', name: 'New Patriotic Party' },
    { id: 'id-ndc', code: 'NDC', name: 'National Democratic Congress' },
    { id: 'id-cpp', code: 'CPP' },
  ],
  (key) => key === 'id-member-of-parliament',
);

export const cleanFigures: SheetFigures = { votes: [214, 203, 10], rejected: 4, cast: 431, registered: 612 };

export const sheet = (changes: Partial<SheetFigures> = {}, context: CheckContext = {}): SheetInput => ({
  ballot,
  figures: { ...cleanFigures, ...changes },
  context,
});
