import { type ElectionId, err, ok, type Result, uuidv7 } from '@comitium/basics';
import { type BallotImportBody, type FieldError, type Problem, problem } from '@comitium/contract';
import { type Static, Type } from 'typebox';
import { ledgerOrigin, type Origin } from '../../platform/access/origin.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { appendToLedger } from '../../platform/ledger/index.ts';
import { planBallots } from './ballot-plan.ts';
import { replaceBallots } from './ballot-store.ts';
import { checkText } from './check-text.ts';
import { countBallots } from './count-ballots.ts';
import { mayCreateElections, saveElection } from './create-election.ts';
import type { ElectionFacts } from './election-facts.ts';
import type { NewElection } from './election-store.ts';
import { type ElectionsTools, electionNotFound } from './elections-tools.ts';
import { runOffBallots } from './run-off-ballots.ts';

const Reference = Type.String({ minLength: 1, maxLength: 64 });

/** `choices` names, by race or by contest, who stands again, in ballot order; other races are not run again. */
export const RunOffBody = Type.Object(
  {
    code: Type.String({ minLength: 1, maxLength: 64, pattern: '^[A-Za-z0-9][A-Za-z0-9._~+-]*$' }),
    name: Type.String({ minLength: 1, maxLength: 200 }),
    pollingDate: Type.String({ format: 'date' }),
    choices: Type.Record(Type.String(), Type.Array(Reference, { minItems: 2, maxItems: 100 }), {
      minProperties: 1,
      maxProperties: 20_000,
    }),
  },
  { additionalProperties: false },
);
export type RunOffBody = Static<typeof RunOffBody>;

const counted = ['counting', 'provisional', 'certified', 'reopened'];

/** The second round of an election that is being counted, as an election of its own that follows it. */
export const createRunOff = async (
  tools: ElectionsTools,
  { election, body }: { election: string; body: RunOffBody },
  origin: Origin,
): Promise<Result<ElectionId, Problem>> => {
  const allowed = mayCreateElections(tools, origin);
  if (!allowed.ok) return allowed;
  const first = await tools.book.find(election);
  if (first === null) return err(electionNotFound(election));
  if (!counted.includes(first.state)) {
    return err(problem('wrong_state', 'A run-off follows an election that is being counted or has been.'));
  }
  const ballots = runOffBallots(first, body.choices);
  if (!ballots.ok) return refuse(ballots.error);
  const errors = checkText('/name', body.name);
  if (errors.length > 0) return refuse(errors);
  const id = uuidv7(tools.platform.clock.now().getTime()) as ElectionId;
  return save(tools, { first, ballots: ballots.value, second: secondRound(first, id, body) }, origin);
};

const refuse = (errors: readonly FieldError[]): Result<never, Problem> =>
  err(problem('validation_failed', errors[0]?.message ?? 'The run-off breaks rules.', { errors }));

const secondRound = (first: ElectionFacts, id: ElectionId, body: RunOffBody): NewElection => ({
  id,
  code: body.code,
  name: body.name,
  kind: first.kind,
  pollingDate: body.pollingDate,
  pollsCloseAt: null,
  registerId: first.registerId,
  previousId: null,
  followsId: first.id,
  basis: first.basis,
  settings: first.settings,
  simulated: first.simulated,
});

interface Rounds {
  readonly first: ElectionFacts;
  readonly second: NewElection;
  readonly ballots: BallotImportBody;
}

const save = (
  { platform }: ElectionsTools,
  { first, second, ballots }: Rounds,
  origin: Origin,
): Promise<Result<ElectionId, Problem>> =>
  inTransaction(platform.db, async (tx): Promise<Result<ElectionId, Problem>> => {
    const saved = await saveElection(tx, second, origin);
    if (!saved.ok) return saved;
    const { register } = first;
    await replaceBallots(tx, { electionId: second.id, register }, planBallots(ballots, register));
    const payload = { follows: first.code, ...countBallots(ballots) };
    const event = { stream: `election:${second.id}`, type: 'ballots.imported', version: 1, payload } as const;
    await appendToLedger(tx, [{ ...event, ...ledgerOrigin(origin) }]);
    return ok(second.id);
  });
