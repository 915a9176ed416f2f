import type { LeafReceipt, StationReceipts } from '@comitium/contract';
import {
  checkReceipt,
  checkReceiptProof,
  type LoggedFigures,
  type LogLeaf,
  readFiguresText,
  readVerifierKey,
  type VerifierKey,
} from '@comitium/proof';
import { fetchBody } from '../send-request.ts';
import { browserLogSource } from './browser-log-source.ts';
import { readVisitedLog } from './visited-log.ts';

/** A leaf about a station, checked in this browser. */
export interface CheckedLeaf {
  readonly leaf: LogLeaf;
  /** `proven`: in the log, under its signature; `waiting`: in the log, its checkpoint comes; else why not. */
  readonly state: 'proven' | 'waiting' | 'wrong';
  readonly why: string | null;
  readonly index: number | null;
  /** Where they may be known, and open the leaf's commitment. */
  readonly figures: LoggedFigures | null;
}

export interface CheckedStation {
  readonly origin: string;
  readonly size: number;
  readonly signedAt: Date | null;
  readonly witnesses: readonly string[];
  readonly leaves: readonly CheckedLeaf[];
  /** The file that proves all of it elsewhere. */
  readonly file: string;
}

/** Reads everything the log holds about a station, and believes none of it without its proof. */
export const checkStation = async (election: string, station: string): Promise<CheckedStation> => {
  const path = `elections/${encodeURIComponent(election)}/log/stations/${encodeURIComponent(station)}`;
  const [body, key] = await Promise.all([fetchBody<StationReceipts>(path), readKey()]);
  const leaves: CheckedLeaf[] = [];
  let signedAt: Date | null = null;
  let witnesses: readonly string[] = [];
  for (const item of body.items) {
    const { checked, checkpoint } = await checkItem(item, key);
    if (checked !== null) leaves.push(checked);
    if (checkpoint !== null) {
      signedAt = checkpoint.signedAt;
      witnesses = checkpoint.cosignatures.map(({ name }) => name);
    }
  }
  const file = JSON.stringify(body.items, null, 1);
  return { origin: key.name, size: body.size, signedAt, witnesses, leaves, file };
};

/** The key that this browser trusted on its last visit of the verifying page, else the server's own word. */
const readKey = async (): Promise<VerifierKey> => {
  const visited = readVisitedLog();
  const bytes = visited === null ? await browserLogSource(window.location.origin).read('log/key') : null;
  const key = readVerifierKey(visited?.key ?? new TextDecoder().decode(bytes ?? new Uint8Array()));
  if (!key.ok) throw new Error(key.error);
  return key.value;
};

const checkItem = async (item: LeafReceipt, log: VerifierKey) => {
  const nothing = { index: item.proof?.index ?? null, figures: null };
  const read = checkReceipt(item);
  if (!read.ok) return { checked: null, checkpoint: null };
  const { leaf } = read.value;
  const opened = item.figures === undefined ? null : readFiguresText(item.figures.text);
  const figures = opened?.ok === true ? opened.value : null;
  if (item.proof === undefined) {
    return { checked: { ...nothing, leaf, figures, state: 'waiting' as const, why: null }, checkpoint: null };
  }
  const proven = await checkReceiptProof(item, item.proof, { log });
  if (!proven.ok) {
    return {
      checked: { ...nothing, leaf, figures: null, state: 'wrong' as const, why: proven.error },
      checkpoint: null,
    };
  }
  const checked = { ...nothing, leaf, figures, state: 'proven' as const, why: null };
  return { checked, checkpoint: proven.value };
};
