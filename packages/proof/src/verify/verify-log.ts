// Checks a server's public log from outside, from the signature to the last published total.
import { sameBytes } from '../encoding/bytes.ts';
import { readVerifierKey, type VerifierKey, writeVerifierKey } from '../notes/verifier-key.ts';
import { type TrustedKeys, verifyCheckpoint } from '../notes/verify-checkpoint.ts';
import { checkRace, movingLooks } from './check-race.ts';
import { checkReceiptInLog, type ReceiptCheck } from './check-receipts.ts';
import { finding, type VerifyFinding, VerifyStop } from './finding.ts';
import { type GrowOptions, growLog, openLog, type VerifiedLog } from './grow-log.ts';
import { type LogSource, readJson, readText } from './log-source.ts';
import { createLogState, type LogState, takeInLeaves } from './log-state.ts';
import { hashOfPlanText, readPlan } from './read-plan.ts';

export interface VerifyRequest {
  readonly source: LogSource;
  /** The key that is trusted; without it the server's own word is taken, as on a first visit. */
  readonly key?: VerifierKey;
  /** A checkpoint seen earlier, as the signed note. */
  readonly since?: string;
  /** Witnesses that must have cosigned. */
  readonly witnesses?: readonly VerifierKey[];
  /** Only this election's totals; all that the log holds without it. */
  readonly election?: string;
  /** Files of receipts, or leaf hashes. */
  readonly receipts?: readonly string[];
  /** Leaves out the totals. */
  readonly withoutTotals?: boolean;
  onProgress?(progress: VerifyProgress): void;
}

export interface VerifyProgress {
  readonly step: 'leaves' | 'totals';
  readonly done: number;
  readonly total: number;
  /** A race whose totals moved while they were looked at, and which look comes now. */
  readonly moving?: { readonly election: string; readonly race: string; readonly look: number };
}

export interface VerifiedRace {
  readonly election: string;
  readonly race: string;
  readonly sheets: number;
  /** Of these, the ones that the log holds with the same figures and status. */
  readonly logged: number;
  readonly areas: number;
  /** False where the totals moved at every look: then nobody could compare them with the sheets. */
  readonly settled: boolean;
  readonly looks: number;
  /** The sheets are those of the log's first so many leaves, at least. */
  readonly upTo: number;
  /** Every published total is the sum of its sheets; false also where that could not be compared. */
  readonly sound: boolean;
}

/** What was checked, and everything that is wrong. */
export interface VerifyReport {
  readonly origin: string | null;
  readonly size: number;
  readonly signedAt: Date | null;
  readonly cosignatures: readonly { readonly name: string; readonly at: Date }[];
  /** Keep both: the next visit compares with them. */
  readonly key: string | null;
  readonly checkpoint: string | null;
  /** Size of the earlier checkpoint that the log was found to have grown from. */
  readonly grownFrom: number | null;
  readonly sheets: number;
  readonly races: readonly VerifiedRace[];
  readonly receipts: readonly ReceiptCheck[];
  readonly findings: readonly VerifyFinding[];
}

interface Work {
  readonly request: VerifyRequest;
  readonly findings: VerifyFinding[];
  readonly races: VerifiedRace[];
  readonly receipts: ReceiptCheck[];
  readonly state: LogState;
  key: VerifierKey | null;
  log: VerifiedLog | null;
  grownFrom: number | null;
}

/** Never throws for what a server does wrong; throws what `source.throwIfStopped` throws. */
export const verifyLog = async (request: VerifyRequest): Promise<VerifyReport> => {
  const work: Work = {
    request,
    ...{ findings: [], races: [], receipts: [], state: createLogState() },
    ...{ key: null, log: null, grownFrom: null },
  };
  try {
    await run(work);
  } catch (error) {
    if (!(error instanceof VerifyStop)) throw error;
    work.findings.push(error.found);
  }
  return reportOf(work);
};

const reportOf = ({ key, log, state, grownFrom, races, receipts, findings }: Work): VerifyReport => ({
  origin: key?.name ?? null,
  size: log?.checkpoint.size ?? 0,
  signedAt: log?.checkpoint.signedAt ?? null,
  cosignatures: log?.checkpoint.cosignatures ?? [],
  key: key === null ? null : writeVerifierKey(key),
  checkpoint: log?.note ?? null,
  grownFrom,
  sheets: state.sheets.size,
  ...{ races, receipts, findings },
});

const run = async (work: Work): Promise<void> => {
  const { request, findings, state } = work;
  const key = await trustedKey(request);
  work.key = key;
  const keys: TrustedKeys = { log: key, witnesses: request.witnesses ?? [] };
  const options: GrowOptions = {
    source: request.source,
    keys,
    onLeaves: (done, total) => request.onProgress?.({ step: 'leaves', done, total }),
  };
  const log = await openLog(options);
  work.log = log;
  checkWitnesses(work, log);
  await checkGrowth(work, log, keys);
  for (const text of request.receipts ?? []) {
    const checked = await checkReceiptInLog(text, log, keys);
    work.receipts.push(checked);
    if (checked.found !== null) findings.push(checked.found);
  }
  findings.push(...takeInLeaves(state, log.entries));
  if (request.withoutTotals === true) return;
  const grow = async (): Promise<void> => {
    await growLog(log, options);
    findings.push(...takeInLeaves(state, log.entries));
  };
  await checkElections(work, grow);
};

const trustedKey = async ({ source, key }: VerifyRequest): Promise<VerifierKey> => {
  const read = readVerifierKey(await readText(source, 'log/key'));
  if (!read.ok) throw new VerifyStop(finding('checkpoint_invalid', { why: read.error }));
  if (key === undefined || writeVerifierKey(read.value) === writeVerifierKey(key)) return read.value;
  throw new VerifyStop(finding('key_changed'));
};

const checkWitnesses = ({ request, findings }: Work, { checkpoint }: VerifiedLog): void => {
  const seen = new Set(checkpoint.cosignatures.map(({ name }) => name));
  for (const { name } of request.witnesses ?? []) {
    if (!seen.has(name)) findings.push(finding('witness_missing', { name }));
  }
};

const checkGrowth = async (work: Work, { tree }: VerifiedLog, keys: TrustedKeys): Promise<void> => {
  const { since } = work.request;
  if (since === undefined) return;
  // Witnesses of then are not asked for: the log's own signature binds it.
  const earlier = await verifyCheckpoint(since, { log: keys.log });
  if (!earlier.ok) {
    work.findings.push(finding('earlier_checkpoint_invalid', { why: earlier.error }));
    return;
  }
  const { size: before, root } = earlier.value;
  if (before > tree.size) throw new VerifyStop(finding('log_truncated', { size: tree.size, before }));
  if (!sameBytes(root, tree.root(before))) throw new VerifyStop(finding('log_forked', { before }));
  work.grownFrom = before;
};

const checkElections = async (work: Work, grow: () => Promise<void>): Promise<void> => {
  const { request, state, findings } = work;
  const wanted = request.election === undefined ? [...state.elections.keys()] : [request.election];
  for (const [done, election] of wanted.entries()) {
    request.onProgress?.({ step: 'totals', done, total: wanted.length });
    const onMoving = (race: string, look: number): void =>
      request.onProgress?.({ step: 'totals', done, total: wanted.length, moving: { election, race, look } });
    if (state.elections.has(election)) await checkElection(work, election, { grow, onMoving });
    else findings.push(finding('election_not_logged', { election }));
  }
  request.onProgress?.({ step: 'totals', done: wanted.length, total: wanted.length });
};

interface ElectionTools {
  grow(): Promise<void>;
  onMoving(race: string, look: number): void;
}

const checkElection = async (
  work: Work,
  election: string,
  { grow, onMoving }: ElectionTools,
): Promise<void> => {
  const { source } = work.request;
  const base = `api/v1/elections/${encodeURIComponent(election)}`;
  const text = await readText(source, `${base}/log/plan`);
  // The plan may have changed after the log was read: its newest leaf counts.
  await grow();
  const plan = readPlan(text);
  if (plan === null || hashOfPlanText(text) !== work.state.elections.get(election)?.plan) {
    work.findings.push(finding('plan_changed', { election }));
    return;
  }
  const about = (await readJson(source, base)) as { levels?: readonly string[] } | null;
  const level = about?.levels?.at(-1) ?? '';
  for (const race of plan.races) {
    const tools = { source, state: work.state, grow, onMoving: (look: number) => onMoving(race, look) };
    // One race that moves says that the night is on: the others are looked at once more, and no longer.
    const moves = work.races.some((other) => other.election === election && !other.settled);
    const asked = { election, race, level, plan };
    const { found, ...counts } = await checkRace(tools, asked, moves ? 2 : movingLooks);
    if (counts.settled) work.findings.push(...found);
    work.races.push({ election, race, ...counts, sound: counts.settled && found.length === 0 });
  }
};
