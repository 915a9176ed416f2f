import { applyMergePatch, type ClientMessage, type JsonObject, type ServerMessage } from '@comitium/contract';
import { type ClientOptions, WebSocket } from 'ws';

type MessageOf<Op> = Extract<ServerMessage, { op: Op }>;

/** A plain client of the feed that remembers everything it was told. */
export class FeedClient {
  readonly webSocket: WebSocket;
  readonly received: ServerMessage[] = [];
  readonly closed: Promise<number>;
  error: Error | undefined;
  readonly #unread: ServerMessage[] = [];
  #arrived = Promise.withResolvers<void>();

  constructor(url: string, options: ClientOptions = {}) {
    this.webSocket = new WebSocket(url, options);
    // Not `once`, which rejects when an error comes first: a refused or broken connection closes as well.
    this.closed = new Promise((resolve) => this.webSocket.on('close', resolve));
    this.webSocket.on('error', (error) => {
      this.error = error;
    });
    this.webSocket.on('message', (data) => {
      const message: ServerMessage = JSON.parse(String(data));
      this.received.push(message);
      this.#unread.push(message);
      this.#arrived.resolve();
      this.#arrived = Promise.withResolvers();
    });
  }

  say(message: ClientMessage): void {
    this.webSocket.send(JSON.stringify(message));
  }

  /** The next message of this kind that has not been asked for yet. */
  async next<Op extends ServerMessage['op']>(op: Op): Promise<MessageOf<Op>> {
    for (;;) {
      const arrived = this.#arrived.promise;
      const at = this.#unread.findIndex((message) => message.op === op);
      if (at >= 0) return this.#unread.splice(at, 1)[0] as MessageOf<Op>;
      await arrived;
    }
  }

  async watch(topic: string, since?: number): Promise<MessageOf<'snapshot'>> {
    this.say({ op: 'subscribe', topic, ...(since === undefined ? {} : { since }) });
    return await this.next('snapshot');
  }

  /** Answers when the server has dealt with everything said before. */
  async settle(id = 1): Promise<void> {
    this.say({ op: 'ping', id });
    await this.next('pong');
  }

  /** The topic's state as this client must show it: fails when an update does not continue the last number. */
  state(topic: string): { seq: number; data: JsonObject } | undefined {
    let state: { seq: number; data: JsonObject } | undefined;
    for (const message of this.received) {
      if (message.op === 'snapshot' && message.topic === topic) state = message;
      if (message.op !== 'update' || message.topic !== topic) continue;
      if (message.prev !== state?.seq)
        throw new Error(`update after ${message.prev}, but held ${state?.seq}`);
      state = { seq: message.seq, data: applyMergePatch(state.data, message.data) };
    }
    return state;
  }

  /** Answers the code that the other side closed with. */
  async close(): Promise<number> {
    this.webSocket.close(1000);
    return await this.closed;
  }
}
