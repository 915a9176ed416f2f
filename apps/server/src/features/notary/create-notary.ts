import { err, ok, type Result } from '@comitium/basics';
import { type Problem, problem } from '@comitium/contract';
import { inTransaction } from '../../platform/database/index.ts';
import { pause } from '../../platform/database/pause.ts';
import type { Feature } from '../../platform/feature.ts';
import type { Follower } from '../../platform/ledger/index.ts';
import type { Platform } from '../../platform/platform.ts';
import type { ElectionBook } from '../elections/index.ts';
import { checkStoredLog } from './check-stored-log.ts';
import { openCheckpointMemory } from './checkpoint-memory.ts';
import { electionLogRoutes } from './election-log-routes.ts';
import { followLedger } from './follow-ledger.ts';
import { findCheckpoint } from './log-queries.ts';
import { logRoutes } from './log-routes.ts';
import { type NotaryKey, openNotaryKey, sealedColumns } from './notary-key.ts';
import { LogForkedError } from './sign-checkpoint.ts';
import { type SigningRounds, startSigning } from './signing-rounds.ts';
import { readWitness, type Witness } from './witness.ts';
import { startWitnessRounds, type WitnessRounds } from './witness-rounds.ts';

/** What the composition root and tests use of the notary. */
export interface Notary extends Feature {
  /** Why nothing is appended or signed, once the stored log was looked through; null where all is well. */
  refusal(): Promise<string | null>;
  /** Everything committed before the call is logged and signed. */
  caughtUp(): Promise<void>;
}

interface Running {
  readonly follower: Follower;
  readonly signing: SigningRounds;
  readonly witnesses: WitnessRounds;
}

interface NotaryState {
  /** The look through the stored log, after which the notary runs or refuses. */
  opening: Promise<void>;
  key: NotaryKey | null;
  refusal: string | null;
  running: Running | null;
}

export const createNotary = (platform: Platform, needs: { readonly elections: ElectionBook }): Notary => {
  const state: NotaryState = { opening: Promise.resolve(), key: null, refusal: null, running: null };
  const parts = {
    db: platform.db,
    elections: needs.elections,
    now: () => platform.clock.now(),
    key: () => servedKey(state),
  };
  return {
    name: 'notary',
    routes: [...logRoutes(parts), ...electionLogRoutes(parts)],
    sealed: sealedColumns,
    start: async () => {
      state.opening = begin(platform, needs.elections, state);
      const opened = new AbortController();
      await Promise.race([state.opening, pause(longestWaitMs, opened.signal)]);
      opened.abort();
    },
    stop: async () => {
      await state.opening;
      await end(state);
    },
    refusal: async () => {
      await state.opening;
      return state.refusal;
    },
    caughtUp: async () => {
      await state.opening;
      await state.running?.follower.caughtUp();
      await state.running?.signing.signNow();
    },
  };
};

/** Looking through a log of millions takes a while: results are served meanwhile, the log a little later. */
const longestWaitMs = 3_000;

const begin = async (platform: Platform, elections: ElectionBook, state: NotaryState): Promise<void> => {
  try {
    const opened = await open(platform);
    if (!opened.ok) return refuse(platform, state, opened.error);
    state.running = await run(platform, elections, { ...opened.value, state });
    state.key = opened.value.key;
  } catch (error) {
    platform.log.error({ err: error, room: 'notary' }, 'the public log could not be opened');
    refuse(platform, state, 'It could not be opened; the log of the server says why.');
  }
};

const servedKey = ({ key, refusal }: NotaryState): Result<NotaryKey, Problem> => {
  if (refusal !== null)
    return err(problem('unavailable', `The public log is closed: ${refusal}`, { retryAfterSeconds: 60 }));
  if (key !== null) return ok(key);
  return err(problem('unavailable', 'The public log is being opened.', { retryAfterSeconds: 2 }));
};

/** The results go on without a log; that it is closed is told to the operator, and to everybody who asks for it. */
const refuse = (platform: Platform, state: NotaryState, why: string): void => {
  state.refusal = why;
  platform.metrics.notaryRefuses.set(1);
  platform.log.error({ room: 'notary' }, `the notary refuses to go on: ${why}`);
};

const end = async (state: NotaryState): Promise<void> => {
  const { running } = state;
  state.running = null;
  await running?.follower.stop();
  await running?.signing.stop();
  await running?.witnesses.stop();
};

interface Opened {
  readonly key: NotaryKey;
  readonly witnesses: readonly Witness[];
}

const open = async (platform: Platform): Promise<Result<Opened, string>> => {
  const witnesses = platform.config.notaryWitnesses.map(readWitness);
  const wrong = witnesses.find((witness) => !witness.ok);
  if (wrong !== undefined && !wrong.ok) return wrong;
  const key = await inTransaction(platform.db, (tx) => openNotaryKey(tx, platform));
  if (!key.ok) return key;
  const began = performance.now();
  const memory = openCheckpointMemory(platform.config.dataDir, key.value.verifier);
  // One snapshot, because another process may be appending.
  const checked = await inTransaction(platform.db, (tx) => checkStoredLog(tx, key.value, memory), {
    isolation: 'repeatable read',
    readOnly: true,
  });
  if (!checked.ok) return checked;
  const ms = Math.round(performance.now() - began);
  platform.log.info({ room: 'notary', leaves: checked.value.size, ms }, 'the public log is as it was signed');
  return ok({ key: key.value, witnesses: witnesses.flatMap((one) => (one.ok ? [one.value] : [])) });
};

const run = async (
  platform: Platform,
  elections: ElectionBook,
  { key, witnesses, state }: Opened & { readonly state: NotaryState },
): Promise<Running> => {
  const memory = openCheckpointMemory(platform.config.dataDir, key.verifier);
  const asking = startWitnessRounds(platform, key, witnesses);
  const signing = await startSigning({
    platform,
    key,
    memory,
    onSigned: asking.ask,
    onFailed: (error) => {
      if (error instanceof LogForkedError) {
        refuse(platform, state, error.message);
        // Not from within the round that failed, which `end` waits for.
        setImmediate(() => void end(state));
      } else
        platform.log.warn(
          { err: error, room: 'notary' },
          'a checkpoint could not be signed; it is tried again',
        );
    },
  });
  await signing.signNow();
  const last = await findCheckpoint(platform.db.kysely);
  if (last !== undefined) asking.ask(last);
  const follower = await followLedger(platform, elections, signing.noteAppended);
  return { follower, signing, witnesses: asking };
};
