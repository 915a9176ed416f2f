/** What tests of the ledger itself write: no feature has it, and no command may. */
export interface MadeUpEvent {
  readonly version: number;
  readonly payload: { readonly [member: string]: string | number };
}

declare module '../declared-events.ts' {
  interface LedgerEvents {
    'number.named': MadeUpEvent;
    'thing.counted': MadeUpEvent;
  }
}
