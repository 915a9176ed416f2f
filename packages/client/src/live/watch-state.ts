import type { ErrorCode, JsonObject } from '@comitium/contract';

/**
 * `connecting`: nothing to show yet · `live`: shows the present · `polling`: shows the present, some seconds late ·
 * `stale`: shows what was last known while the connection is being mended · `offline`: given up or out of reach; data
 * may still be what was last known.
 */
export type WatchStatus = 'connecting' | 'live' | 'stale' | 'offline' | 'polling';

export interface LiveFailure {
  readonly code: ErrorCode;
  readonly message: string;
}

/** What a page knows of a topic. Data is never changed in place: parts that are the same object are unchanged. */
export interface WatchState<Data extends JsonObject = JsonObject> {
  readonly status: WatchStatus;
  readonly data: Data | undefined;
  readonly seq: number | undefined;
  /** When the data was last known to be the present, in milliseconds since 1970. */
  readonly receivedAt: number | undefined;
  readonly error?: LiveFailure;
}
