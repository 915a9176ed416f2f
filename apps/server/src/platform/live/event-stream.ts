import type { ServerResponse } from 'node:http';
import { type LiveCloseCode, liveCloseCode, type ServerMessage } from '@comitium/contract';
import type { LiveContext } from './live-context.ts';
import type { LiveError } from './live-error.ts';
import type { Member } from './member.ts';
import { ReaderPace } from './reader-pace.ts';
import type { SharedMessage } from './shared-message.ts';
import type { Consumer } from './subscription.ts';
import { toSharedMessage } from './to-shared-message.ts';
import type { Topics } from './topics.ts';
import type { Viewer } from './viewer.ts';
import { Watching } from './watching.ts';

const headers = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  // Proxies of the nginx family would otherwise collect the stream.
  'x-accel-buffering': 'no',
};

/** One server-sent event stream: one topic, the same messages as on the socket. */
export class EventStream implements Consumer, Member {
  readonly viewer: Viewer;
  readonly #response: ServerResponse;
  readonly #context: LiveContext;
  readonly #watching: Watching;
  readonly #pace: ReaderPace;
  #closed = false;

  constructor(response: ServerResponse, viewer: Viewer, hub: { topics: Topics; context: LiveContext }) {
    this.viewer = viewer;
    this.#response = response;
    this.#context = hub.context;
    this.#watching = new Watching(hub.topics, viewer, this);
    this.#pace = new ReaderPace(response, hub.context, {
      behind: () => undefined,
      caughtUp: () => this.#watching.catchUp(),
      tooSlow: () => this.terminate(),
    });
    response.once('close', () => this.#leave());
  }

  /** Begins the stream, or answers why not, before anything has been written. */
  async watch(topic: string, since: number | undefined): Promise<LiveError | undefined> {
    return await this.#watching.watch(topic, since);
  }

  send(message: SharedMessage): boolean {
    if (this.#closed || !this.#pace.open) return false;
    if (!this.#response.headersSent) this.#response.writeHead(200, headers);
    this.#response.write(message.eventChunk);
    return true;
  }

  beat(heartbeat: SharedMessage): void {
    if (this.#response.headersSent) this.send(heartbeat);
  }

  async recheck(): Promise<void> {
    for (const { topic, error } of await this.#watching.recheck()) {
      this.#say({ op: 'error', ...error, topic });
      this.end(liveCloseCode.forbidden);
    }
  }

  end(code: LiveCloseCode): void {
    if (this.#closed) return;
    this.#context.metrics.count('closes', 1, code);
    // As on the socket, who is sent away comes back after 0.5 to 5 s.
    if (this.#response.headersSent)
      this.#response.write(`retry: ${Math.floor(500 + Math.random() * 4500)}\n\n`);
    this.#leave();
    this.#response.end();
  }

  terminate(): void {
    this.#leave();
    this.#response.destroy();
  }

  #leave(): void {
    this.#closed = true;
    this.#pace.stop();
    this.#watching.clear();
  }

  #say(message: ServerMessage): void {
    this.send(toSharedMessage(message));
  }
}
