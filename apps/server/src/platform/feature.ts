import type { UserId } from '@comitium/basics';
import type { SealedColumn } from './crypto/sealed-store.ts';
import type { Transaction } from './database/transaction.ts';
import type { Route } from './http/route.ts';
import type { Job } from './jobs/job.ts';

/** What a feature holds about a person beyond ids: told to the person on request, erased with the account. */
export interface PersonalData {
  /** As JSON, for the person's export. */
  collect(personId: UserId): Promise<unknown>;
  /** In the transaction that erases the account; what the law or the ledger needs stays, without the personal part. */
  erase(tx: Transaction, personId: UserId): Promise<void>;
}

/** The same shape for every feature, so that who knows one knows all. build-app.ts lists them, one line each. */
export interface Feature {
  readonly name: string;
  readonly routes?: readonly Route[];
  readonly jobs?: readonly Job[];
  readonly personalData?: PersonalData;
  /** What it keeps encrypted with data keys; a change of keys renews it. */
  readonly sealed?: readonly SealedColumn[];
  /** Registers topics and begins following the ledger; what it starts, `stop` ends. */
  start?(): Promise<void>;
  stop?(): Promise<void>;
}
