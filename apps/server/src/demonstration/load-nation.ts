import type { Election } from '@comitium/contract';
import {
  type Credentials,
  defaultRetryPolicy,
  type Nation,
  type NationElection,
  openSession,
  sendBatch,
} from '@comitium/demo';
import type { ApiClient } from './api-client.ts';

export interface LoadTools {
  readonly url: string;
  readonly admin: ApiClient;
  /** Of the same account, to sign in anew where loading takes longer than a token lives. */
  readonly adminCredentials: Credentials;
  /** Told of each step that may take longer than a second. */
  say(line: string): void;
}

/**
 * Brings a nation into an empty or half-loaded installation through the public API. Every step looks first whether it
 * was done, so a start that was killed goes on where it stopped.
 */
export const loadNation = async (tools: LoadTools, nation: Nation): Promise<void> => {
  await loadRegisters(tools, nation);
  await loadBoundaries(tools, nation);
  for (const election of nation.previous) await loadPrevious(tools, election);
  await prepareElection(tools, nation.election);
};

const loadRegisters = async ({ admin, say }: LoadTools, nation: Nation): Promise<void> => {
  for (const register of nation.registers) {
    if ((await admin.get(`/registers/${register.code}`)) !== null) continue;
    say(`Loading the register ${register.code}: ${register.areas.length.toLocaleString('en')} areas …`);
    await admin.send('POST', '/registers', register);
  }
};

interface RegisterAnswer {
  readonly boundaries: Readonly<Record<string, string>>;
}

const loadBoundaries = async ({ admin, say }: LoadTools, nation: Nation): Promise<void> => {
  for (const { register, level, key, topology } of nation.boundaries) {
    const there = await admin.get<RegisterAnswer>(`/registers/${register}`);
    if (there?.boundaries[level] !== undefined) continue;
    say(`Loading the boundaries of ${register}, level ${level} …`);
    await admin.send('POST', `/registers/${register}/boundaries/${level}?key=${key}`, topology);
  }
};

/** Creates the election where it is missing, puts its ballots in and opens the count. */
const prepareElection = async (
  { admin, say }: LoadTools,
  { body, ballots }: NationElection,
): Promise<Election> => {
  const path = `/elections/${body.code}`;
  let election = await admin.get<Election>(path);
  if (election === null) {
    say(`Preparing the election ${body.code}: ${ballots.contests.length} contests …`);
    election = await admin.send<Election>('POST', '/elections', body);
  }
  if (election.state === 'setup') {
    await admin.send('PUT', `${path}/ballots`, ballots);
    election = await admin.send<Election>('POST', `${path}/transitions/open`, {});
  }
  if (election.state === 'open') {
    election = await admin.send<Election>('POST', `${path}/transitions/start-counting`, {});
  }
  return election;
};

const loadPrevious = async (tools: LoadTools, previous: NationElection): Promise<void> => {
  const { code } = previous.body;
  const election = await prepareElection(tools, previous);
  if (election.state !== 'counting') return;
  tools.say(`Loading the results of ${code}: ${previous.sheetCount.toLocaleString('en')} sheets …`);
  await sendAll(tools, previous);
  await tools.admin.send('POST', `/elections/${code}/transitions/close-counting`, {});
};

/** Sends all sheets of an election as one batch; those that are refused are told, and the first one stops the start. */
export const sendAll = async (
  { url, adminCredentials }: LoadTools,
  election: NationElection,
): Promise<void> => {
  const session = openSession(adminCredentials, { url, retry: defaultRetryPolicy });
  const batch = sendBatch({
    url,
    token: session.token,
    election: election.body.code,
    lines: election.sheets(),
  });
  for await (const read of batch) {
    if (!read.ok)
      throw new Error(`the sheets of ${election.body.code} could not be sent: ${JSON.stringify(read.error)}`);
    const answer = read.value;
    if (answer.status >= 400 && answer.problem?.code !== 'sheet_exists') {
      throw new Error(
        `line ${answer.line} of ${election.body.code} was refused: ${JSON.stringify(answer.problem)}`,
      );
    }
  }
};
