import { hash, randomFillSync } from 'node:crypto';
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
  /** 32 bytes: the first half hides the figures, the second who sent them and why. */
  readonly salt: Buffer;
}

export interface MadeLeaf {
  /** The entry of the public log. */
  readonly text: string;
  /** RFC 9162 §2.1.1: SHA-256 of a zero byte and the entry. */
  readonly hash: Buffer;
}

const saltBytes = saltSize * 2;
const poolSalts = 256;
let pool = Buffer.alloc(0);

/** The system is asked for random bytes once for many sheets: each call costs as much as the hashing. */
export const newSheetSalt = (): Buffer => {
  if (pool.length < saltBytes) pool = randomFillSync(Buffer.alloc(saltBytes * poolSalts));
  const salt = pool.subarray(0, saltBytes);
  pool = pool.subarray(saltBytes);
  return salt;
};

export const figuresSalt = (salt: Buffer): Buffer => salt.subarray(0, saltSize);
export const whoSalt = (salt: Buffer): Buffer => salt.subarray(saltSize, saltBytes);

export const loggedFiguresText = ({
  contest,
  figures,
}: Pick<LoggedRevision, 'contest' | 'figures'>): string =>
  figuresText({ choices: contest.choices.map((choice) => choice.code), ...figures });

const commitTo = (salt: Buffer, text: string): string => hash('sha256', committedBytes(salt, text), 'hex');

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
    at: revision.receivedAt.toISOString(),
  });
  return { text, hash: hash('sha256', `\0${text}`, 'buffer') };
};
