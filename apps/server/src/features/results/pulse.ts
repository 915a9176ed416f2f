// What a presenter tells about the last minutes: computed from the ledger as it is followed, so that opening a second
// dashboard changes nothing, and every process comes to the same.
import type { Movement } from '@comitium/contract';
import type { RecordedEvent } from '../../platform/ledger/index.ts';
import type { ElectionFacts } from '../elections/index.ts';
import type { SheetEventPayload } from './result-events.ts';
import type { Place } from './sheet-neighbours.ts';
import type { LeadChange } from './standings.ts';

/** What came in since a moment: votes, stations, ballots and registers of one race. */
export interface PulseSums {
  readonly since: Date | null;
  readonly stations: number;
  readonly votes: readonly number[];
  readonly cast: number;
  readonly registered: number;
}

export interface Pulse {
  remember(place: Place, sheet: ArrivedSheet): void;
  noteCall(election: ElectionFacts, call: { event: RecordedEvent; area: number; raceId: string }): void;
  /** Sums of what the minutes up to the newest report brought to the race nation-wide, in column order. */
  lately(raceId: string): PulseSums;
  movements(raceId: string): readonly Movement[];
}

export interface ArrivedSheet {
  readonly event: RecordedEvent;
  readonly payload: SheetEventPayload;
  readonly leadChanges: readonly LeadChange[];
}

interface Arrival {
  readonly at: Date;
  readonly votes: number[];
  stations: number;
  cast: number;
  registered: number;
}

const windowMs = 5 * 60_000;
/** Of each kind, so that many corrections do not push the changes of lead out. */
const mostMovements = 8;
/** Arrivals are gathered by the second, so that a fast night costs no more memory than a slow one. */
const sliceMs = 1000;

export const createPulse = (): Pulse => {
  const arrivals = new Map<string, Arrival[]>();
  const moves = new Map<string, Movement[]>();
  const addMovement = (raceId: string, movement: Movement): void => {
    const list = [movement, ...(moves.get(raceId) ?? [])];
    const sameKind = list.filter(({ kind }) => kind === movement.kind);
    const tooOld = new Set(sameKind.slice(mostMovements));
    moves.set(
      raceId,
      list.filter((one) => !tooOld.has(one)),
    );
  };
  return {
    remember: (place, { event, payload, leadChanges }) => {
      const list = arrivals.get(payload.raceId) ?? [];
      arrivals.set(payload.raceId, list);
      const slice = sliceAt(list, place, event.occurredAt);
      addFigures(slice, place, payload.after, 1);
      if (payload.before !== null) addFigures(slice, place, payload.before, -1);
      if (event.type !== 'sheet.corrected' && leadChanges.length === 0) return;
      const at = event.occurredAt.toISOString();
      if (event.type === 'sheet.corrected') {
        addMovement(payload.raceId, {
          ...nameOf(place.election, place.stationIndex),
          kind: 'correction',
          at,
        });
      }
      for (const { area, from, to } of leadChanges) {
        addMovement(payload.raceId, { ...nameOf(place.election, area), kind: 'lead_change', from, to, at });
      }
    },
    noteCall: (election, { event, area, raceId }) => {
      const { choice } = event.payload as { choice: string };
      addMovement(raceId, {
        ...nameOf(election, area),
        kind: event.type === 'area.called' ? 'called' : 'call_withdrawn',
        to: choice,
        at: event.occurredAt.toISOString(),
      });
    },
    lately: (raceId) => sumLately(arrivals.get(raceId) ?? []),
    movements: (raceId) => moves.get(raceId) ?? [],
  };
};

const nameOf = ({ register }: ElectionFacts, area: number): Pick<Movement, 'area' | 'name'> => ({
  area: register.codes[area] ?? '',
  name: register.names[area] ?? '',
});

/** The slice of time that a sheet falls into, which is the last one; slices that are too old go. */
const sliceAt = (list: Arrival[], { contest }: Place, at: Date): Arrival => {
  const last = list.at(-1);
  if (last !== undefined && at.getTime() - last.at.getTime() < sliceMs) return last;
  const votes = new Array<number>(contest.race.columns.length).fill(0);
  const slice = { at, votes, stations: 0, cast: 0, registered: 0 };
  list.push(slice);
  const oldest = at.getTime() - windowMs;
  while ((list[0]?.at.getTime() ?? oldest) < oldest) list.shift();
  return slice;
};

const addFigures = (
  slice: Arrival,
  { contest }: Place,
  { status, figures }: SheetEventPayload['after'],
  sign: 1 | -1,
): void => {
  if (status === 'held' || status === 'rejected') return;
  const { votes } = slice;
  for (let choice = 0; choice < contest.choices.length; choice++) {
    const column = contest.columnOf[choice] ?? 0;
    votes[column] = (votes[column] ?? 0) + sign * (figures.votes[choice] ?? 0);
  }
  slice.stations += sign;
  slice.cast += sign * figures.cast;
  slice.registered += sign * figures.registered;
};

const sum = (a: Arrival, b: Arrival): Arrival => ({
  at: a.at,
  votes: a.votes.map((count, at) => count + (b.votes[at] ?? 0)),
  stations: a.stations + b.stations,
  cast: a.cast + b.cast,
  registered: a.registered + b.registered,
});

const sumLately = (list: readonly Arrival[]): PulseSums => {
  const newest = list.at(-1)?.at.getTime() ?? 0;
  const fresh = list.filter((arrival) => newest - arrival.at.getTime() <= windowMs);
  const first = fresh[0];
  if (first === undefined) return { since: null, stations: 0, votes: [], cast: 0, registered: 0 };
  const { votes, stations, cast, registered } = fresh.slice(1).reduce(sum, first);
  return { since: first.at, votes: [...votes], stations, cast, registered };
};
