// Many correspondents at once, each sheet in a request of its own, sent again with its key until it has its final answer.
import { setTimeout as delay } from 'node:timers/promises';
import type { BatchLine } from '@comitium/contract';
import type { Api, ApiAnswer } from '../api/api.ts';
import { electionCode } from './nation-shape.ts';

const senders = 24;
const againAfterMs = 50;

export const sendSheet = (api: Api, { key, ...body }: BatchLine): Promise<ApiAnswer> =>
  api.ask(`/elections/${electionCode}/results/polling-station`, {
    method: 'POST',
    body,
    headers: { 'idempotency-key': key },
  });

/** What a sender meets in the meantime and tries again after. */
export const isPassing = ({ status, body }: ApiAnswer): boolean =>
  status === 503 || (status === 409 && body['code'] === 'request_in_progress');

export interface Sent {
  /** The final answer of each key. */
  readonly final: Map<string, ApiAnswer>;
  /** Answers that were not final. */
  readonly passing: ApiAnswer[];
}

export interface Sending {
  /** One or several servers, taken in turn. */
  readonly servers: readonly Api[];
  readonly sheets: Iterable<BatchLine>;
  /** Told how many have their final answer. */
  readonly answered?: (count: number) => void;
  /** Told of each answer that is not final. */
  readonly passed?: (answer: ApiAnswer) => void;
}

export const sendSheets = async ({ servers, sheets, answered, passed }: Sending): Promise<Sent> => {
  const sent: Sent = { final: new Map(), passing: [] };
  const source = sheets[Symbol.iterator]();
  let turn = 0;
  const next = (): Api => {
    turn += 1;
    return servers[turn % servers.length] as Api;
  };
  const sender = async (): Promise<void> => {
    for (let taken = source.next(); !taken.done; taken = source.next()) {
      const api = next();
      let answer = await sendSheet(api, taken.value);
      while (isPassing(answer)) {
        sent.passing.push(answer);
        passed?.(answer);
        await delay(againAfterMs);
        answer = await sendSheet(api, taken.value);
      }
      sent.final.set(taken.value.key, answer);
      answered?.(sent.final.size);
    }
  };
  await Promise.all(Array.from({ length: senders }, sender));
  return sent;
};

/** Final answers that are not an accepted sheet. */
export const notAccepted = ({ final }: Sent): ApiAnswer[] =>
  [...final.values()].filter(({ status, body }) => status !== 201 || body['status'] !== 'accepted');
