import type { EventFacts } from './declared-events.ts';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

/**
 * Where a change came from. Every member is asked for, so that no command can forget one; `ledgerOrigin` of
 * platform/access makes it from the command's caller.
 */
export interface LedgerOrigin {
  /** The person; null where the program acted by itself. */
  readonly actor: string | null;
  readonly onBehalfOf: string | null;
  /** The person's session, or `program:<name>`. */
  readonly device: string | null;
  readonly requestId: string | null;
  /** In the actor's own words. */
  readonly reason: string | null;
}

/** Something that happened, as a command tells it: `<noun>.<participle>`, such as `sheet.submitted`. */
export type LedgerEvent = LedgerOrigin &
  EventFacts & {
    /** What it happened to, such as `election:<id>`; events of one stream keep their order. */
    readonly stream: string;
    /** Its entry of the public log, where that was made beside it. */
    readonly entry?: string | null;
  };

/** A place in the one order that all followers read in: first era, then transaction, then row. */
export interface LedgerPosition {
  readonly era: number;
  readonly tx: number;
  readonly id: number;
}

/** As it was written, perhaps by an older version of the program: `version` says which shape the payload has. */
export interface RecordedEvent extends LedgerOrigin {
  readonly stream: string;
  readonly type: string;
  readonly version: number;
  readonly payload: JsonObject;
  readonly entry: string | null;
  readonly position: LedgerPosition;
  readonly occurredAt: Date;
}

export const ledgerStart: LedgerPosition = { era: 0, tx: 0, id: 0 };

/** Negative where `a` comes first. */
export const comparePositions = (a: LedgerPosition, b: LedgerPosition): number =>
  a.era - b.era || a.tx - b.tx || a.id - b.id;
