// The frame of every command that changes an election: who may, which version, one transaction, one ledger entry.
import { err, ok, type Result } from '@comitium/basics';
import { type Problem, problem } from '@comitium/contract';
import { ledgerOrigin, type Origin } from '../../platform/access/origin.ts';
import { afterCommit, inTransaction, type Transaction } from '../../platform/database/transaction.ts';
import { appendToLedger, type EventBody } from '../../platform/ledger/index.ts';
import { buildElectionFacts } from './build-election-facts.ts';
import { describeElection } from './describe-election.ts';
import { mayBeEdited } from './election.ts';
import type { ElectionEventType } from './election-events.ts';
import type { ElectionFacts } from './election-facts.ts';
import { readElectionRowsIn } from './election-queries.ts';
import { bumpElectionVersion, lockElection } from './election-store.ts';
import { type ElectionsTools, electionNotFound, managesElection } from './elections-tools.ts';

export interface ElectionChange {
  /** Id or code. */
  readonly election: string;
  readonly origin: Origin;
  /** The If-Match header: the version that the caller has seen. */
  readonly ifMatch?: string | undefined;
  readonly reason?: string | undefined;
  /** Also where the election is certified. */
  readonly inAnyState?: boolean;
}

/** What happened, for the ledger, and what the command answers. */
export type Changed<T> = EventBody<ElectionEventType> & { readonly answer: T };

/** Decides and saves; the facts are those of the locked election. What it writes stays only where it answers ok. */
export type Decide<T> = (tx: Transaction, facts: ElectionFacts) => Promise<Result<Changed<T>, Problem>>;

export const changeElection = async <T>(
  tools: ElectionsTools,
  change: ElectionChange,
  decide: Decide<T>,
): Promise<Result<T, Problem>> => {
  const { book, platform } = tools;
  const known = await book.find(change.election);
  if (known === null) return err(electionNotFound(change.election));
  if (!managesElection(change.origin.caller, known, platform.clock.now())) {
    return err(problem('forbidden', 'Only who manages this election may change it.'));
  }
  return inTransaction(platform.db, async (tx): Promise<Result<T, Problem>> => {
    await lockElection(tx, known.id);
    const facts = await readLocked(tools, tx, known);
    const stopped = await findObstacle(tools, change, facts);
    if (stopped !== null) return err(stopped);
    const changed = await decide(tx, facts);
    if (!changed.ok) return changed;
    const { answer, ...told } = changed.value;
    await bumpElectionVersion(tx, facts.id);
    const event = { stream: `election:${facts.id}`, version: 1, ...told } as const;
    await appendToLedger(tx, [
      { ...event, ...ledgerOrigin({ ...change.origin, reason: change.reason ?? null }) },
    ]);
    afterCommit(tx, () => book.invalidate(facts.id));
    return ok(answer);
  });
};

const readLocked = async (
  { territory }: ElectionsTools,
  tx: Transaction,
  { id }: ElectionFacts,
): Promise<ElectionFacts> => {
  const rows = await readElectionRowsIn(tx, id);
  if (rows === null) throw new Error(`election ${id} has vanished`);
  return buildElectionFacts(rows, await territory.registers.get(rows.election.registerId));
};

const findObstacle = async (
  tools: ElectionsTools,
  { ifMatch, inAnyState = false }: ElectionChange,
  facts: ElectionFacts,
): Promise<Problem | null> => {
  if (ifMatch !== undefined && ifMatch !== '*' && ifMatch !== etagOf(facts)) {
    const current = await describeElection(tools.book, facts);
    return problem('stale_version', 'Somebody else changed the election.', { extra: { current } });
  }
  if (!inAnyState && !mayBeEdited(facts.state)) {
    return problem('wrong_state', 'The election is certified; reopen it first.');
  }
  return null;
};

export const etagOf = ({ version }: Pick<ElectionFacts, 'version'>): string => `"${version}"`;
