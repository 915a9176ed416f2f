import type { ServerMessage } from '@comitium/contract';
import { afterClose } from './after-close.ts';
import { Backoff } from './backoff.ts';
import type { FeedEnvironment } from './feed-environment.ts';
import { openTransport, type Way, waysOf } from './open-transport.ts';
import type { Transport } from './transport.ts';
import type { LiveFailure } from './watch-state.ts';

export interface ConnectionEvents {
  /** There is a way, perhaps another than before: every topic must be subscribed to on it. */
  opened(transport: Transport): void;
  message(message: ServerMessage, transport: Transport): void;
  lost(offline: boolean, error?: LiveFailure): void;
}

interface Link {
  readonly way: Way;
  transport: Transport | undefined;
  openedAt: number | undefined;
  /** Whether anything came this way; to be open is not enough, for that is how a poll begins. */
  heard: boolean;
}

/** Attempts on one way that bring nothing before the next way is taken, and attempts before we say "offline". */
const patience = 3;
/** How often a better way is tried while a worse one works. */
const probeMs = 60_000;
/** A connection that lasted as long as this has earned the right to another new ticket. */
const settledMs = 30_000;

/** Keeps one connection to the server: picks the way, waits, comes back, changes to a better way when there is one. */
export class FeedConnection {
  readonly #environment: FeedEnvironment;
  readonly #events: ConnectionEvents;
  readonly #ways: readonly Way[];
  readonly #backoff: Backoff;
  #way = 0;
  #fruitless = 0;
  #askedNewTicket = false;
  #current: Link | undefined;
  #probe: Link | undefined;
  #stopped: LiveFailure | undefined;
  #cancelRetry: (() => void) | undefined;
  #cancelProbe: (() => void) | undefined;

  constructor(environment: FeedEnvironment, events: ConnectionEvents) {
    this.#environment = environment;
    this.#events = events;
    this.#ways = waysOf(environment);
    this.#backoff = new Backoff(environment.random);
  }

  get transport(): Transport | undefined {
    return this.#current?.openedAt === undefined ? undefined : this.#current.transport;
  }

  /** Why it has been given up, until `reconnect`. */
  get stopped(): LiveFailure | undefined {
    return this.#stopped;
  }

  open(): void {
    if (this.#current !== undefined || this.#cancelRetry !== undefined || this.#stopped !== undefined) return;
    this.#current = this.#begin(this.#ways[this.#way] ?? 'polling');
  }

  /** Tries at once instead of waiting: the network is back, or somebody has signed in. */
  reconnect(): void {
    this.close();
    this.#stopped = undefined;
    this.#askedNewTicket = false;
    this.open();
  }

  close(): void {
    this.#cancelRetry?.();
    this.#cancelProbe?.();
    this.#cancelRetry = undefined;
    this.#cancelProbe = undefined;
    this.#drop(this.#current);
    this.#drop(this.#probe);
    this.#current = undefined;
    this.#probe = undefined;
  }

  #begin(way: Way): Link {
    const link: Link = { way, transport: undefined, openedAt: undefined, heard: false };
    const connect = (ticket: string | undefined) => {
      if (link !== this.#current && link !== this.#probe) return;
      link.transport = openTransport(way, this.#environment, {
        ticket,
        events: {
          opened: () => this.#opened(link),
          message: (message) => this.#heard(link, message),
          closed: (code) => this.#closed(link, code),
        },
      });
    };
    // Only the socket carries one ticket for all; the other ways ask for their own.
    const ticket = way === 'socket' ? this.#environment.ticket() : Promise.resolve(undefined);
    ticket.then(connect, () => this.#closed(link, 1006));
    return link;
  }

  #opened(link: Link): void {
    if (link === this.#probe) {
      this.#drop(this.#current);
      this.#current = link;
      this.#probe = undefined;
      this.#way = this.#ways.indexOf(link.way);
    }
    if (link !== this.#current || link.transport === undefined) return;
    link.openedAt = this.#environment.timers.now();
    if (link.way !== 'socket') this.#planProbe();
    this.#events.opened(link.transport);
  }

  #heard(link: Link, message: ServerMessage): void {
    if (link !== this.#current || link.transport === undefined) return;
    if (!link.heard) {
      link.heard = true;
      this.#fruitless = 0;
      this.#backoff.reset();
    }
    this.#events.message(message, link.transport);
  }

  #closed(link: Link, code: number): void {
    if (link === this.#probe) {
      this.#probe = undefined;
      this.#planProbe();
    }
    if (link !== this.#current) return;
    this.#current = undefined;
    const lastedMs = link.openedAt === undefined ? 0 : this.#environment.timers.now() - link.openedAt;
    if (lastedMs >= settledMs) this.#askedNewTicket = false;
    const next = afterClose(code);
    if (next.kind === 'retry') this.#retry(link, next.wait);
    else if (next.kind === 'stop' || this.#askedNewTicket) this.#stop(next.error);
    else {
      this.#askedNewTicket = true;
      this.#events.lost(false);
      this.open();
    }
  }

  #retry(link: Link, wait: 'backoff' | 'going-away' | 'long'): void {
    this.#cancelProbe?.();
    this.#cancelProbe = undefined;
    if (!link.heard) this.#fruitless++;
    if (this.#fruitless >= patience) {
      this.#fruitless = 0;
      this.#way = (this.#way + 1) % this.#ways.length;
    }
    const delayMs = {
      backoff: () => this.#backoff.next(),
      'going-away': () => this.#backoff.goingAway(),
      long: () => this.#backoff.long(),
    }[wait]();
    this.#cancelRetry = this.#environment.timers.after(delayMs, () => {
      this.#cancelRetry = undefined;
      this.open();
    });
    this.#events.lost(this.#backoff.attempts >= patience);
  }

  #stop(error: LiveFailure): void {
    this.close();
    this.#stopped = error;
    this.#events.lost(true, error);
  }

  #planProbe(): void {
    if (this.#ways[0] !== 'socket') return;
    this.#cancelProbe?.();
    this.#cancelProbe = this.#environment.timers.after(probeMs, () => {
      this.#probe = this.#begin('socket');
    });
  }

  #drop(link: Link | undefined): void {
    link?.transport?.close();
  }
}
