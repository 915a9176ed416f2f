import { type ElectionId, err, ok, type Result, uuidv7 } from '@comitium/basics';
import { type CreateElectionBody, type Problem, problem } from '@comitium/contract';
import { allows } from '../../platform/access/allows.ts';
import { ledgerOrigin, type Origin } from '../../platform/access/origin.ts';
import { inTransaction, type Transaction } from '../../platform/database/transaction.ts';
import { appendToLedger } from '../../platform/ledger/index.ts';
import { checkSettings } from './check-settings.ts';
import { checkText } from './check-text.ts';
import { holdRegister, insertElection, type NewElection } from './election-store.ts';
import { type ElectionsTools, invalidField } from './elections-tools.ts';

/** A new election in setup, without ballots. */
export const createElection = async (
  tools: ElectionsTools,
  body: CreateElectionBody,
  origin: Origin,
): Promise<Result<ElectionId, Problem>> => {
  const allowed = mayCreateElections(tools, origin);
  if (!allowed.ok) return allowed;
  const election = await prepare(tools, body);
  if (!election.ok) return election;
  return inTransaction(tools.platform.db, (tx) => saveElection(tx, election.value, origin));
};

export const mayCreateElections = (
  { platform }: ElectionsTools,
  { caller }: Origin,
): Result<void, Problem> =>
  allows(caller, 'elections.manage', {}, platform.clock.now())
    ? ok(undefined)
    : err(problem('forbidden', 'Only who manages elections everywhere may create one.'));

/** Nothing is written where it answers a problem. */
export const saveElection = async (
  tx: Transaction,
  election: NewElection,
  origin: Origin,
): Promise<Result<ElectionId, Problem>> => {
  if (!(await holdRegister(tx, election.registerId))) {
    return err(problem('register_not_found', 'The register was deleted just now.'));
  }
  if (!(await insertElection(tx, election))) {
    return err(problem('code_taken', `There is an election ${election.code} already.`));
  }
  const { id, ...payload } = election;
  const event = { stream: `election:${id}`, type: 'election.created', version: 1, payload } as const;
  await appendToLedger(tx, [{ ...event, ...ledgerOrigin(origin) }]);
  return ok(id);
};

const prepare = async (
  { territory, book, platform }: ElectionsTools,
  body: CreateElectionBody,
): Promise<Result<NewElection, Problem>> => {
  const { code, name, kind, pollingDate, settings = {} } = body;
  const errors = [...checkText('/name', name), ...checkSettings(settings)];
  if (errors.length > 0) return err(problem('validation_failed', 'The election breaks rules.', { errors }));
  const register = await territory.registers.find(body.register);
  if (register === null) return err(problem('register_not_found', `There is no register ${body.register}.`));
  const previous = await findEarlier(book, 'previous', body.previous);
  if (!previous.ok) return previous;
  const follows = await findEarlier(book, 'follows', body.follows);
  if (!follows.ok) return follows;
  return ok({
    id: uuidv7(platform.clock.now().getTime()) as ElectionId,
    ...{ code, name, kind, pollingDate, settings },
    pollsCloseAt: body.pollsCloseAt ?? null,
    registerId: register.id,
    previousId: previous.value,
    followsId: follows.value,
    basis: body.basis ?? 'provisional',
    simulated: body.simulated ?? register.simulated,
  });
};

/** The id of an election that another one names. */
export const findEarlier = async (
  book: ElectionsTools['book'],
  member: string,
  reference: string | null | undefined,
): Promise<Result<ElectionId | null, Problem>> => {
  if (reference === null || reference === undefined) return ok(null);
  const election = await book.find(reference);
  if (election !== null) return ok(election.id);
  return err(invalidField(`/${member}`, 'election_not_found', `There is no election ${reference}.`));
};
