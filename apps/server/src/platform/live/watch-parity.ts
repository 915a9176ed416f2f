import { isDeepStrictEqual } from 'node:util';
import { unwrap } from '@comitium/basics';
import { applyMergePatch, type JsonObject, type ServerMessage } from '@comitium/contract';
import type { LiveHub } from './live-hub.ts';
import type { SharedMessage } from './shared-message.ts';

/** What a client of one topic holds, for tests: snapshot, then updates whose `prev` it has. */
export interface Parity {
  readonly data: JsonObject;
  readonly messages: readonly ServerMessage[];
  /** Sends out what was touched, then throws unless the client's state equals a fresh snapshot. */
  check(): Promise<void>;
  stop(): void;
}

class ParityClient {
  readonly messages: ServerMessage[] = [];
  data: JsonObject = {};
  #seq: number | undefined;

  /** Over text, as the wire does it. */
  send(shared: SharedMessage): boolean {
    const message: ServerMessage = JSON.parse(shared.text);
    this.messages.push(message);
    if (message.op === 'snapshot') this.data = message.data;
    if (message.op === 'update' && message.prev !== this.#seq)
      throw new Error('the chain of numbers is broken');
    if (message.op === 'update') this.data = applyMergePatch(this.data, message.data);
    if ('seq' in message) this.#seq = message.seq;
    return true;
  }
}

/**
 * Proves that a feature's topic can be followed: begin before the commands, `check` after each. It fails when a
 * command changed what the snapshot shows and nothing touched the topic.
 */
export const watchParity = async (hub: LiveHub, topic: string): Promise<Parity> => {
  const watched = unwrap(await hub.parts.topics.open(topic, undefined));
  const client = new ParityClient();
  const subscription = watched.state.join(client, undefined);
  watched.clock.watch(true);
  return {
    get data() {
      return client.data;
    },
    messages: client.messages,
    check: async () => {
      await hub.flush(topic);
      const { definition, params } = watched.state;
      const fresh: JsonObject = JSON.parse(JSON.stringify(await definition.snapshot(params)));
      if (isDeepStrictEqual(client.data, fresh)) return;
      throw new Error(
        `${topic}: the client holds ${JSON.stringify(client.data)}, a fresh snapshot is ${JSON.stringify(fresh)}`,
      );
    },
    stop: () => {
      if (watched.state.leave(subscription)) watched.release();
    },
  };
};
