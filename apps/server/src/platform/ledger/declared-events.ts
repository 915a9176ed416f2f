// What an event says is declared once, by the feature whose commands write it: types hold the commands to it, tests
// check every event that is appended while they run, and docs/generated/events.md prints it.
import type { Static, TObject } from 'typebox';

export interface DeclaredEvent {
  /**
   * Of the payload's shape, from 1. Old rows stay as they are: whoever changes or takes away a member raises the
   * version, and readers then ask an event for its own.
   */
  readonly version: number;
  /** What it happened to, such as `election:<id>`. */
  readonly stream: string;
  /** One sentence for who reads the ledger. */
  readonly about: string;
  /** Strings, numbers, booleans, lists and objects: times are strings. Closed, so that nothing is told by accident. */
  readonly payload: TObject;
}

export type DeclaredEvents = Readonly<Record<string, DeclaredEvent>>;

export const declareEvents = <const Events extends DeclaredEvents>(events: Events): Events => events;

type Told<Value> = Value extends readonly (infer Item)[]
  ? readonly Told<Item>[]
  : Value extends object
    ? { readonly [Member in keyof Value]: Told<Value[Member]> }
    : Value;

/** What commands hand over, by the type of the event. */
export type FactsOf<Events extends DeclaredEvents> = {
  readonly [Name in keyof Events]: {
    readonly version: Events[Name]['version'];
    readonly payload: Told<Static<Events[Name]['payload']>>;
  };
};

/**
 * Every event there may be. A feature declares its own in its `<feature>-events.ts`:
 *
 *     declare module '../../platform/ledger/declared-events.ts' {
 *       interface LedgerEvents extends FactsOf<typeof territoryEvents> {}
 *     }
 */
export interface LedgerEvents extends FactsOf<NoEvents> {}

/** What there is before a feature adds its own. */
type NoEvents = Readonly<Record<never, DeclaredEvent>>;

export type EventType = keyof LedgerEvents & string;

export type PayloadOf<Type extends EventType> = LedgerEvents[Type]['payload'];

/** Type, version and payload of an event, which belong together. */
export type EventFacts<Type extends EventType = EventType> = {
  readonly [Name in Type]: { readonly type: Name } & LedgerEvents[Name];
}[Type];

/** The same where one place writes the version of all. */
export type EventBody<Type extends EventType = EventType> = {
  readonly [Name in Type]: { readonly type: Name; readonly payload: PayloadOf<Name> };
}[Type];
