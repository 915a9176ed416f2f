import { type Clock, err, ok, type Result, systemClock } from '@comitium/basics';
import type { Nation, NationEvent } from '../loading/index.ts';
import { createProgress, type NightProgress, type Refusal } from './night-progress.ts';
import { type Credentials, openSession, type Session } from './open-session.ts';
import { subjectOf } from './rest-of-night.ts';
import { defaultRetryPolicy, pause, type RetryPolicy } from './retry-policy.ts';
import { type EventAnswer, sendCorrection, sendSheet } from './send-event.ts';
import type { SendFailure } from './send-failure.ts';

export interface NightSimulation {
  /** Of the server, such as `http://localhost:8080`. */
  readonly url: string;
  readonly nation: Nation;
  /** How long the night takes in real minutes; 0 sends as fast as the server takes. */
  readonly minutes?: number;
  /** Where `minutes` is left out: how much faster than a night of twelve hours. Default 1. */
  readonly speed?: number;
  readonly seed?: number;
  /** Who sends for the stations of a district; asked once for each, when its first sheet is due. */
  readonly correspondent: (district: string) => Credentials;
  /** Who corrects sheets. */
  readonly dataAdmin: Credentials;
  /** Requests under way at once. Default 32. */
  readonly concurrency?: number;
  readonly retry?: Partial<RetryPolicy>;
  /** Called after every answer. */
  readonly onProgress?: (progress: NightProgress) => void;
  /** Called with every refusal, of which a report keeps but the first. */
  readonly onRefused?: (refusal: Refusal) => void;
  readonly signal?: AbortSignal;
  readonly clock?: Clock;
}

export interface NightReport extends NightProgress {
  readonly ended: 'complete' | 'aborted';
}

const nightMinutes = 12 * 60;

/**
 * Plays a nation's night through the public API. The order and the keys follow from the seed alone: a second run with the
 * same seed repeats what is there, harmlessly, and goes on where the first one stopped. Fails where the server stays away or
 * refuses a sign-in; an abort is an ordinary end.
 */
export const simulateNight = async (
  simulation: NightSimulation,
): Promise<Result<NightReport, SendFailure>> => {
  const { nation, minutes, speed = 1, seed, concurrency = 32, signal, clock = systemClock } = simulation;
  const pace = minutes === undefined ? 1 / speed : minutes / nightMinutes;
  const night = createNight(simulation);
  const startedAt = clock.now().getTime();
  const underWay = new Set<Promise<void>>();
  for (const event of nation.night({ minutes: nightMinutes, seed })) {
    const dueAt = startedAt + event.atMs * pace;
    // Asked once: between two looks at the clock what is due may become overdue.
    const waitMs = dueAt - clock.now().getTime();
    if (pace > 0 && waitMs > 0) await pause(waitMs, signal);
    while (underWay.size >= concurrency) await Promise.race(underWay);
    if (signal?.aborted || night.failure() !== null) break;
    night.progress.reach(event.atMs, pace > 0 ? Math.max(0, clock.now().getTime() - dueAt) : 0);
    const sent = night.play(event).finally(() => underWay.delete(sent));
    underWay.add(sent);
  }
  await Promise.all(underWay);
  const failure = night.failure();
  if (failure !== null && failure.code !== 'aborted') return err(failure);
  return ok({ ...night.progress.read(), ended: signal?.aborted ? 'aborted' : 'complete' });
};

const createNight = (simulation: NightSimulation) => {
  const { url, nation, correspondent, dataAdmin, signal, clock, onProgress, onRefused } = simulation;
  const election = nation.election.body.code;
  const progress = createProgress();
  const retry = { ...defaultRetryPolicy, ...simulation.retry };
  const open = (who: Credentials): Session =>
    openSession(who, { url, retry, signal, clock, onRetry: progress.retried });
  const desk = open(dataAdmin);
  const sessions = new Map<string, Session>();
  /** Sheet of each station and race; a correction waits for the answer to the sheet that it corrects. */
  const sheets = new Map<string, Promise<string | null>>();
  let failure: SendFailure | null = null;

  const sessionOf = (district: string): Session => {
    const session = sessions.get(district) ?? open(correspondent(district));
    sessions.set(district, session);
    return session;
  };
  const correct = async (event: NationEvent): Promise<Result<EventAnswer, SendFailure>> => {
    const sheetId = await sheets.get(subjectOf(event));
    if (typeof sheetId === 'string')
      return sendCorrection(desk, `/elections/${election}/results/sheets/${sheetId}`, event);
    const detail = 'The sheet that it corrects was not taken.';
    return ok({ outcome: { key: event.key, status: 0, code: 'nothing_to_correct', detail }, sheetId: null });
  };
  const settle = (answer: Result<EventAnswer, SendFailure>): string | null => {
    if (!answer.ok) {
      failure ??= answer.error;
      return null;
    }
    const { outcome } = answer.value;
    progress.count(outcome);
    if (typeof outcome !== 'string') onRefused?.(outcome);
    onProgress?.(progress.read());
    return answer.value.sheetId;
  };
  const play = async (event: NationEvent): Promise<void> => {
    if (event.kind === 'correct') {
      settle(await correct(event));
      return;
    }
    const sent = sendSheet(sessionOf(event.district), election, event).then(settle);
    if (event.kind !== 'duplicate') sheets.set(subjectOf(event), sent);
    await sent;
  };
  return { progress, play, failure: (): SendFailure | null => failure };
};
