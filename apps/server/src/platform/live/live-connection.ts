import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import {
  type ClientMessage,
  type LiveCloseCode,
  liveCloseCode,
  liveProtocol,
  type ServerMessage,
} from '@comitium/contract';
import { pingFrame } from './frame.ts';
import type { LiveContext } from './live-context.ts';
import type { LiveSocket } from './live-socket.ts';
import type { Member } from './member.ts';
import { MessageRate } from './message-rate.ts';
import { parseClientMessage } from './parse-client-message.ts';
import { ReaderPace } from './reader-pace.ts';
import type { SharedMessage } from './shared-message.ts';
import type { Consumer } from './subscription.ts';
import { toSharedMessage } from './to-shared-message.ts';
import type { Topics } from './topics.ts';
import type { Viewer } from './viewer.ts';
import { Watching } from './watching.ts';

/** A WebSocket after its handshake. `output` is the stream below it: prepared frames go there past the library. */
export interface OpenedSocket {
  readonly webSocket: LiveSocket;
  readonly output: Socket;
  /** Whether compressed frames may be sent. */
  readonly deflates: boolean;
}

/** Heartbeats without a subscription, or without a sign of life, that a connection survives. */
const idleBeats = 2;

/** One WebSocket client: its messages in, everyone's frames out. */
export class LiveConnection implements Consumer, Member {
  readonly viewer: Viewer;
  readonly #webSocket: LiveSocket;
  readonly #output: Socket;
  readonly #deflates: boolean;
  readonly #context: LiveContext;
  readonly #watching: Watching;
  readonly #rate: MessageRate;
  readonly #pace: ReaderPace;
  #closed = false;
  /** The last write did not go straight to the kernel; only then is it worth looking how much waits. */
  #crowded = false;
  #beatsIdle = 0;
  #beatsSilent = 0;

  constructor(opened: OpenedSocket, viewer: Viewer, hub: { topics: Topics; context: LiveContext }) {
    const { settings, scheduler } = hub.context;
    this.viewer = viewer;
    this.#webSocket = opened.webSocket;
    this.#output = opened.output;
    this.#deflates = opened.deflates;
    this.#context = hub.context;
    this.#watching = new Watching(hub.topics, viewer, this);
    const burst = settings.topicsPerConnection + settings.messagesPerSecond;
    this.#rate = new MessageRate(settings.messagesPerSecond, burst, scheduler.now());
    this.#pace = new ReaderPace(opened.output, hub.context, {
      behind: () => this.#webSocket.pause(),
      caughtUp: () => this.#caughtUp(),
      tooSlow: () => this.terminate(),
    });
    this.#listen(opened.webSocket);
    this.#say({
      op: 'hello',
      protocol: liveProtocol,
      session: randomUUID(),
      heartbeatMs: settings.heartbeatMs,
    });
  }

  send(message: SharedMessage): boolean {
    if (this.#closed || (this.#crowded && !this.#pace.open)) return false;
    this.#crowded = !this.#output.write(this.#deflates ? message.deflated : message.frame);
    return true;
  }

  beat(heartbeat: SharedMessage): void {
    this.#beatsIdle = this.#watching.size === 0 ? this.#beatsIdle + 1 : 0;
    this.#beatsSilent++;
    if (this.#beatsSilent > idleBeats) this.terminate();
    else if (this.#beatsIdle > idleBeats) this.end(liveCloseCode.idle, 'nothing watched');
    else if (this.send(heartbeat)) this.#output.write(pingFrame);
  }

  async recheck(): Promise<void> {
    const lost = await this.#watching.recheck();
    for (const { topic, error } of lost) this.#say({ op: 'error', ...error, topic });
    if (lost.length > 0 && this.#watching.size === 0) this.end(liveCloseCode.forbidden, 'no right is left');
  }

  end(code: LiveCloseCode, reason: string): void {
    this.#webSocket.close(code, reason);
  }

  terminate(): void {
    this.#leave();
    this.#webSocket.terminate();
  }

  #listen(webSocket: LiveSocket): void {
    webSocket.on('message', (data, isBinary) => {
      if (!isBinary && Buffer.isBuffer(data)) this.#read(data.toString());
      else this.end(liveCloseCode.malformed, 'text frames only');
    });
    webSocket.on('pong', () => {
      this.#beatsSilent = 0;
    });
    webSocket.on('closing', () => this.#leave());
    webSocket.on('close', () => this.#leave());
  }

  #leave(): void {
    this.#closed = true;
    this.#pace.stop();
    this.#watching.clear();
  }

  #caughtUp(): void {
    if (this.#closed) return;
    this.#watching.catchUp();
    if (this.#pace.open) this.#webSocket.resume();
  }

  #say(message: ServerMessage): void {
    this.send(toSharedMessage(message));
  }

  #read(text: string): void {
    this.#beatsSilent = 0;
    if (!this.#rate.take(this.#context.scheduler.now())) {
      this.end(liveCloseCode.tooMany, 'too many messages');
      return;
    }
    const message = parseClientMessage(text);
    if (message.ok) this.#obey(message.value);
    else this.end(liveCloseCode.malformed, 'not a message of this protocol');
  }

  #obey(message: ClientMessage): void {
    switch (message.op) {
      case 'subscribe':
        void this.#subscribe(message.topic, message.since);
        return;
      case 'unsubscribe':
        this.#watching.drop(message.topic);
        this.#say({ op: 'unsubscribed', topic: message.topic });
        return;
      case 'ping':
        this.#say({ op: 'pong', id: message.id });
        return;
    }
  }

  async #subscribe(topic: string, since: number | undefined): Promise<void> {
    if (!this.#watching.has(topic) && this.#watching.size >= this.#context.settings.topicsPerConnection) {
      this.end(liveCloseCode.tooMany, 'too many topics');
      return;
    }
    const error = await this.#watching.watch(topic, since);
    if (error !== undefined) this.#say({ op: 'error', ...error, topic });
  }
}
