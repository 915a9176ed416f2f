import { hash, randomBytes } from 'node:crypto';
import { committedBytes, figuresText, leafText, saltSize, type Who, whoText } from '@comitium/proof';
import type { SheetFigures } from '@comitium/tally';
import type { ContestFacts, ElectionFacts } from '../elections/index.ts';

export interface LoggedRevision {
  readonly election: Pick<ElectionFacts, 'code' | 'register'>;
  readonly contest: Pick<ContestFacts, 'code' | 'race' | 'choices'>;
  readonly stationIndex: number;
  readonly sheetId: string;
  readonly revision: number;
  /** As it was received. */
  readonly status: string;
  readonly figures: SheetFigures;
  readonly who: Who;
  readonly receivedAt: Date;
  /** 32 bytes in hex: the first half hides the figures, the second who sent them and why. */
  readonly salt: string;
}

export interface MadeLeaf {
  /** The entry of the public log. */
  readonly text: string;
  /** RFC 9162 §2.1.1: SHA-256 of a zero byte and the entry, in hex. */
  readonly hash: string;
}

/** Half of it hides one thing. */
const halfDigits = saltSize * 2;
const saltDigits = halfDigits * 2;
const poolSalts = 256;
let pool = '';
let used = 0;

/** The system is asked for random bytes once for many sheets: each call costs as much as the hashing. */
export const newSheetSalt = (): string => {
  if (used === pool.length) {
    pool = randomBytes(saltSize * 2 * poolSalts).toString('hex');
    used = 0;
  }
  used += saltDigits;
  return pool.slice(used - saltDigits, used);
};

export const figuresSalt = (salt: string): string => salt.slice(0, halfDigits);
export const whoSalt = (salt: string): string => salt.slice(halfDigits);

export const loggedFiguresText = ({
  contest,
  figures,
}: Pick<LoggedRevision, 'contest' | 'figures'>): string =>
  figuresText({ choices: contest.choices.map((choice) => choice.code), ...figures });

const scratch = Buffer.alloc(16 * 1024);
/** UTF-16 units that fit into it whatever they are. */
const longestInScratch = (scratch.length - saltSize) / 3;

/** The commitment of packages/proof, of bytes put together without making new ones for each. */
const commitTo = (salt: string, text: string): string => {
  if (text.length > longestInScratch) {
    return hash('sha256', committedBytes(Buffer.from(salt, 'hex'), text), 'hex');
  }
  scratch.write(salt, 0, saltSize, 'hex');
  const length = saltSize + scratch.write(text, saltSize, 'utf8');
  return hash('sha256', scratch.subarray(0, length), 'hex');
};

let [lastMs, lastText] = [Number.NaN, ''];

/** Many sheets come in one millisecond, and spelling it costs as much as hashing. */
const timeText = (date: Date): string => {
  if (date.getTime() !== lastMs) [lastMs, lastText] = [date.getTime(), date.toISOString()];
  return lastText;
};

/** The leaf of a revision. It names place and state; figures and people are behind commitments (packages/proof/src/leaves/SPEC.md). */
export const makeSheetLeaf = (revision: LoggedRevision): MadeLeaf => {
  const { election, contest, salt } = revision;
  const text = leafText({
    kind: 'comitium/sheet/2',
    election: election.code,
    race: contest.race.code,
    contest: contest.code,
    station: election.register.codes[revision.stationIndex] ?? '',
    sheetId: revision.sheetId,
    revision: revision.revision,
    status: revision.status,
    figures: commitTo(figuresSalt(salt), loggedFiguresText(revision)),
    who: commitTo(whoSalt(salt), whoText(revision.who)),
    at: timeText(revision.receivedAt),
  });
  return { text, hash: hash('sha256', `\0${text}`, 'hex') };
};
