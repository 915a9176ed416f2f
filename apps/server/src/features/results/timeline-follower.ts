import { type Basis, revisionDelta } from '@comitium/tally';
import { sql } from 'kysely';
import { plainArray, type Transaction, timeArray, vectorArray } from '../../platform/database/index.ts';
import { type Follower, startFollower } from '../../platform/ledger/index.ts';
import type { Platform } from '../../platform/platform.ts';
import {
  type ContestFacts,
  type ElectionBook,
  type ElectionFacts,
  type RaceFacts,
  seenElections,
} from '../elections/index.ts';
import type { SheetEventPayload } from './result-events.ts';

/** The timeline is kept for the whole and the levels down to the districts, at most this deep. */
const deepest = 2;
const basis: Basis = 'provisional';
const minuteMs = 60_000;
/** Minutes are what is kept, so nobody misses a quarter of a second; every transaction of its own would cost a commit. */
const restMs = 250;

/** Writes the night minute by minute, from the ledger alone: replayable, and the same for everybody. */
export const followTimeline = (platform: Platform, elections: ElectionBook): Promise<Follower> =>
  startFollower(platform.db, {
    name: 'timeline',
    stored: true,
    restMs,
    handle: async (events, tx) => {
      const minutes: Minutes = new Map();
      const seen = seenElections(elections);
      for (const event of events) {
        if (!event.type.startsWith('sheet.')) continue;
        const payload = event.payload as unknown as SheetEventPayload;
        const found = seen.find(payload.electionId);
        const election = found instanceof Promise ? await found : found;
        note(election, { payload, occurredAt: event.occurredAt }, minutes);
      }
      await save(
        tx,
        [...minutes.values()].flatMap((ofRace) => [...ofRace.values()]),
      );
    },
  });

interface Minute {
  readonly raceId: string;
  readonly areaId: string;
  readonly at: Date;
  readonly votes: number[];
  rejected: number;
  cast: number;
  registered: number;
  stations: number;
}

/** By race and minute, then by the area's place in the register. */
type Minutes = Map<string, Map<number, Minute>>;

const note = (
  election: ElectionFacts | null,
  { payload, occurredAt }: { payload: SheetEventPayload; occurredAt: Date },
  minutes: Minutes,
): void => {
  const delta = revisionDelta(payload.before, payload.after, basis);
  const contest = election?.contest(payload.contestId);
  const station = election?.register.find(payload.stationId);
  if (delta === null || election === null || contest === undefined || station === undefined) return;
  const { level, parent } = election.register;
  const at = Math.floor(occurredAt.getTime() / minuteMs) * minuteMs;
  const key = `${contest.race.id} ${at}`;
  const ofRace = minutes.get(key) ?? new Map<number, Minute>();
  minutes.set(key, ofRace);
  for (let area = parent[station] ?? -1; area >= 0; area = parent[area] ?? -1) {
    if ((level[area] ?? 0) > deepest) continue;
    const minute = ofRace.get(area) ?? emptyMinute({ election, race: contest.race, area, at });
    ofRace.set(area, minute);
    addVotes(minute, delta.votes, isAbove(election, contest, area) ? contest.columnOf : null);
    minute.rejected += delta.rejected;
    minute.cast += delta.cast;
    minute.registered += delta.registered;
    minute.stations += delta.stations;
  }
};

/** Whether the area holds more than the contest's own district. */
const isAbove = ({ register }: ElectionFacts, contest: ContestFacts, area: number): boolean =>
  (register.level[area] ?? 0) < (register.level[contest.areaIndex] ?? 0);

const emptyMinute = (place: {
  election: ElectionFacts;
  race: RaceFacts;
  area: number;
  at: number;
}): Minute => {
  const { election, race, area, at } = place;
  const width = race.contestAt(area)?.choices.length ?? race.columns.length;
  return {
    raceId: race.id,
    areaId: election.register.ids[area] ?? '',
    at: new Date(at),
    votes: new Array<number>(width).fill(0),
    rejected: 0,
    cast: 0,
    registered: 0,
    stations: 0,
  };
};

const addVotes = (minute: Minute, votes: readonly number[], columnOf: Int32Array | null): void => {
  for (let choice = 0; choice < votes.length; choice++) {
    const at = columnOf === null ? choice : (columnOf[choice] ?? 0);
    minute.votes[at] = (minute.votes[at] ?? 0) + (votes[choice] ?? 0);
  }
};

const save = async (tx: Transaction, minutes: readonly Minute[]): Promise<void> => {
  if (minutes.length === 0) return;
  const column = (pick: (minute: Minute) => string | number): string => plainArray(minutes.map(pick));
  await sql`/* prepared */
    insert into timeline (race_id, area_id, minute, votes, rejected, cast_ballots, registered, stations)
    select race_id, area_id, minute, votes::bigint[], rejected, cast_ballots, registered, stations
    from unnest(${column((m) => m.raceId)}::uuid[], ${column((m) => m.areaId)}::uuid[],
      ${timeArray(minutes.map((m) => m.at))}::timestamptz[], ${vectorArray(minutes.map((m) => m.votes))}::text[],
      ${column((m) => m.rejected)}::bigint[], ${column((m) => m.cast)}::bigint[],
      ${column((m) => m.registered)}::bigint[], ${column((m) => m.stations)}::int[])
      as d (race_id, area_id, minute, votes, rejected, cast_ballots, registered, stations)
    on conflict (race_id, area_id, minute) do update set
      votes = array(select stored + added from unnest(timeline.votes, excluded.votes) as v (stored, added)),
      rejected = timeline.rejected + excluded.rejected,
      cast_ballots = timeline.cast_ballots + excluded.cast_ballots,
      registered = timeline.registered + excluded.registered,
      stations = timeline.stations + excluded.stations`.execute(tx);
};
