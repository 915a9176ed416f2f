import { sumVotes } from '../sheets/sheet-figures.ts';
import type { Tally } from './tally.ts';

/** All votes that count, whoever they are for: the base of every share. Blank votes are among them where a choice stands for them. */
export const validVotes = (tally: Tally): number => sumVotes(tally.votes);
