import type { ElectionId, UserId } from '@comitium/basics';

/** What can be refused. `entries_dropped` is written by the trail itself where it could not keep up. */
export type RefusalKind =
  | 'sign_in_failed'
  | 'code_failed'
  | 'right_refused'
  | 'rate_limited'
  | 'token_reused'
  | 'origin_refused';

export interface TrailEntry {
  readonly kind: RefusalKind;
  /** Whose account it concerns, where that is known. */
  readonly personId: UserId | null;
  /** Whose administrators may see it. */
  readonly electionId?: ElectionId | null;
  /** What was tried: the operation's id, or a live topic. */
  readonly action: string;
  /** The client's address; only its network is stored (/24 of IPv4, /48 of IPv6). */
  readonly address: string;
  readonly requestId: string | null;
  /** Never personal data. */
  readonly detail?: Readonly<Record<string, string | number>>;
}

/** The record of what did not happen, kept outside the transaction of the request that failed. */
export interface Trail {
  /** Takes the entry at once and stores it within a second; never throws, never waits. */
  note(entry: TrailEntry): void;
  /** Called after entries were stored; answers how to stop listening. */
  onStored(listener: () => void): () => void;
  /** Stores what is waiting; answers when that was tried. */
  flush(): Promise<void>;
}
