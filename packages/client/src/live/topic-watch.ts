import type { JsonObject, SnapshotMessage, UpdateMessage } from '@comitium/contract';
import { TopicCopy } from './topic-copy.ts';
import type { LiveFailure, WatchState, WatchStatus } from './watch-state.ts';

export type OnState = (state: WatchState<JsonObject>) => void;

/** One topic and everyone on the page who watches it. */
export class TopicWatch {
  readonly listeners = new Set<OnState>();
  readonly #copy = new TopicCopy();
  #status: WatchStatus = 'connecting';
  #receivedAt: number | undefined;
  #error: LiveFailure | undefined;
  #mending = false;

  get seq(): number | undefined {
    return this.#copy.seq;
  }

  get state(): WatchState {
    return {
      status: this.#status,
      data: this.#copy.data,
      seq: this.#copy.seq,
      receivedAt: this.#receivedAt,
      ...(this.#error === undefined ? {} : { error: this.#error }),
    };
  }

  /** True when there is a gap that nobody mends yet: the caller owes a new subscription without a number. */
  receive(message: SnapshotMessage | UpdateMessage, status: WatchStatus, nowMs: number): boolean {
    if (!this.#copy.apply(message)) {
      const first = !this.#mending;
      this.#mending = true;
      return first;
    }
    this.#mending = false;
    this.#status = status;
    this.#receivedAt = nowMs;
    this.#error = undefined;
    this.#tell();
    return false;
  }

  /** A new subscription has been sent for: what was missing will come. */
  renewed(): void {
    this.#mending = false;
  }

  /** The connection is gone; it is being mended, or (offline) cannot be for now. */
  lose(offline: boolean, error?: LiveFailure): void {
    const waiting = this.#copy.data === undefined ? 'connecting' : 'stale';
    const status = offline ? 'offline' : waiting;
    if (status === this.#status && error?.code === this.#error?.code) return;
    this.#status = status;
    this.#error = error;
    this.#tell();
  }

  #tell(): void {
    const { state } = this;
    for (const listener of [...this.listeners]) listener(state);
  }
}
