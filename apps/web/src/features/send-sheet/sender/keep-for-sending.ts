import type { Me, Role } from '@comitium/contract';
import { ownElections } from '../../../data/own-elections.ts';
import { ProblemError } from '../../../data/problem-error.ts';
import { fetchBody } from '../../../data/send-request.ts';
import { mayHaveSession } from '../../../data/session-token.ts';
import { openIndexedDbStorage } from '../storage/open-indexed-db-storage.ts';
import type { SheetStorage } from '../storage/sheet-storage.ts';
import { type KeptAnswer, keptElection, keptElections, keptStations, nameFor } from './kept-answers.ts';
import { takingStates } from './taking-states.ts';

/** Who stands at polling stations; the staff of a desk has all stations, and a signal. */
const senders: readonly Role[] = ['correspondent', 'polling_agent'];
const electionsAtMost = 5;
/** The sending pages themselves ask anew whenever they are opened; this is for whoever has not opened them. */
const freshForMs = 3_600_000;

/**
 * Fetches what an agent needs at a station without signal, before any sending page was opened: the elections that take
 * sheets and the agent's stations in them. Does nothing where the device keeps nothing or the server is not reached.
 */
export const keepForSending = async (): Promise<void> => {
  if (!mayHaveSession() || !navigator.onLine) return;
  try {
    const person = await fetchBody<Me>('auth/me');
    if (!person.grants.some(({ role }) => senders.includes(role as Role))) return;
    const keep = keeperFor(person.id, await openIndexedDbStorage());
    const { items } = await keep(keptElections);
    const open = items.filter(({ state }) => takingStates.includes(state));
    for (const { code } of ownElections(open, { person, roles: senders }).slice(0, electionsAtMost)) {
      await keep(keptElection(code));
      await keep(keptStations(code));
    }
  } catch (error) {
    // No answer, or a device that keeps nothing: the sending pages say what is missing, the next page tries again.
    if (!(error instanceof ProblemError || error instanceof DOMException)) throw error;
  }
};

const keeperFor =
  (personId: string, { snapshots }: SheetStorage) =>
  async <T>(answer: KeptAnswer<T>): Promise<T> => {
    const name = nameFor(personId, answer);
    const kept = await snapshots.get(name);
    if (kept && Date.now() - Date.parse(kept.at) < freshForMs) return kept.value as T;
    const value = await answer.load(new AbortController().signal);
    // Whoever has signed out meanwhile leaves nothing here.
    if (mayHaveSession()) await snapshots.put({ name, value, at: new Date().toISOString() });
    return value;
  };
