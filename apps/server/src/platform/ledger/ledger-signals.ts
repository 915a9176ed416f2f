// Wakes followers after a commit: those of this process directly, those of other processes by NOTIFY. A lost signal
// costs at most a second, because followers also look by themselves.
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import type { Database } from '../database/database.ts';

type Ring = () => unknown;

interface Signals {
  /** Tells its own notifications apart, which it has already acted on. */
  readonly tag: string;
  readonly rings: Set<Ring>;
  client: pg.Client | undefined;
  listening: boolean;
  announcing: boolean;
  announceAgain: boolean;
  rungAt: number;
  ringing: boolean;
}

const channel = 'ledger';
const reconnectAfterMs = 200;
const signalsOf = new WeakMap<Database, Signals>();

const signalsFor = (db: Database): Signals => {
  const signals = signalsOf.get(db) ?? {
    tag: randomUUID(),
    rings: new Set(),
    client: undefined,
    listening: false,
    announcing: false,
    announceAgain: false,
    rungAt: 0,
    ringing: false,
  };
  signalsOf.set(db, signals);
  return signals;
};

const notify = async (db: Database, signals: Signals): Promise<void> => {
  signals.announcing = true;
  try {
    do {
      signals.announceAgain = false;
      await db.pool.query('select pg_notify($1, $2)', [channel, signals.tag]);
    } while (signals.announceAgain);
  } catch (error) {
    db.log.warn(
      { error },
      'other processes were not told of new ledger events; they find them within a second',
    );
  } finally {
    signals.announcing = false;
  }
};

/** Under load commits follow each other by milliseconds; followers read what came meanwhile at once. */
const gatherMs = 25;

/** Rings at once after a quiet time, else when the gathering is over: all followers in the same turn. */
const ringAll = (signals: Signals): void => {
  if (signals.ringing) return;
  signals.ringing = true;
  const ring = (): void => {
    signals.ringing = false;
    signals.rungAt = performance.now();
    for (const one of signals.rings) one();
  };
  const restMs = signals.rungAt + gatherMs - performance.now();
  if (restMs <= 0) ring();
  else setTimeout(ring, restMs);
};

/** Says that events were committed. However many commits ask while one notification is under way, one follows. */
export const announceLedger = (db: Database): void => {
  const signals = signalsFor(db);
  ringAll(signals);
  if (signals.announcing) signals.announceAgain = true;
  else void notify(db, signals);
};

const listenOnce = async (db: Database, signals: Signals): Promise<void> => {
  const client = new pg.Client({
    connectionString: db.connectionString,
    application_name: 'comitium ledger listener',
    keepAlive: true,
    connectionTimeoutMillis: 5_000,
  });
  const ended = new Promise<void>((resolve) => client.once('end', resolve));
  client.on('error', (error) =>
    db.log.warn({ error: error.message }, 'the ledger listener lost its connection'),
  );
  client.on('notification', ({ payload }) => {
    if (payload !== signals.tag) ringAll(signals);
  });
  signals.client = client;
  await client.connect();
  await client.query(`listen ${channel}`);
  // Whatever was announced while nobody listened.
  ringAll(signals);
  await ended;
};

const keepListening = async (db: Database, signals: Signals): Promise<void> => {
  signals.listening = true;
  while (signals.rings.size > 0) {
    try {
      await listenOnce(db, signals);
    } catch (error) {
      db.log.warn({ error }, 'the ledger listener could not connect');
    }
    if (signals.rings.size > 0) await delay(reconnectAfterMs);
  }
  signals.listening = false;
};

/** Calls `ring` when there may be new events. All followers of a process share one connection. */
export const listenToLedger = (db: Database, ring: Ring): (() => Promise<void>) => {
  const signals = signalsFor(db);
  signals.rings.add(ring);
  if (!signals.listening) void keepListening(db, signals);
  return async () => {
    signals.rings.delete(ring);
    if (signals.rings.size === 0) await signals.client?.end();
  };
};
