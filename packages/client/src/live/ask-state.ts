import { type ErrorCode, errorCodes, type LiveState, type ServerMessage } from '@comitium/contract';
import { type FeedEnvironment, liveUrl } from './feed-environment.ts';

const codeOf = (code: string | undefined): ErrorCode =>
  code !== undefined && Object.hasOwn(errorCodes, code) ? (code as ErrorCode) : 'unavailable';

/** Refusals that the same question may not meet again soon. */
const isPassing = (status: number): boolean => status >= 500 || status === 429 || status === 408;

/**
 * A topic by a plain GET, as the socket would tell it: the whole state, an empty update when it is still the one that
 * the caller holds, or why it is refused. Rejects when the server cannot be reached or has no time.
 */
export const askState = async (
  environment: FeedEnvironment,
  topic: string,
  seq: number | undefined,
): Promise<ServerMessage> => {
  const url = liveUrl(environment, '/live/state', { topic, ticket: await environment.ticket() });
  const headers: Record<string, string> = seq === undefined ? {} : { 'if-none-match': `"${seq}"` };
  const response = await environment.fetch(url, { headers });
  if (response.status === 304 && seq !== undefined) return { op: 'update', topic, seq, prev: seq, data: {} };
  if (isPassing(response.status)) throw new Error(`the server answers ${response.status}`);
  if (response.ok) {
    const state = (await response.json()) as LiveState;
    return { op: 'snapshot', topic, ...state };
  }
  const problem = (await response.json()) as { code?: string; detail?: string };
  const message = problem.detail ?? `the server answers ${response.status}`;
  return { op: 'error', code: codeOf(problem.code), message, topic };
};
