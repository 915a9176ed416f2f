// Which events of the ledger are leaves of the public log, and what the leaf says.
import { randomBytes } from 'node:crypto';
import type { ElectionId } from '@comitium/basics';
import { commitTo, type LogLeaf, leafText, saltSize, whoText } from '@comitium/proof';
import type { RecordedEvent } from '../../platform/ledger/index.ts';
import { type ElectionBook, type ElectionFacts, isPublic } from '../elections/index.ts';
import type { SheetEventPayload } from '../results/index.ts';
import type { NewLeaf } from './append-leaves.ts';
import { hashOfPlan } from './plan-of-election.ts';

/** Null where the event is none of the public's: accounts, files, elections in preparation. */
export const leafOfEvent = (
  elections: ElectionBook,
  event: RecordedEvent,
): NewLeaf | null | Promise<NewLeaf | null> => {
  if (event.type.startsWith('sheet.')) return leafOfSheet(elections, event);
  if (event.type.startsWith('area.')) return leafOfCall(elections, event);
  if (event.stream.startsWith('election:')) return leafOfElection(elections, event);
  return null;
};

/** The leaf's text is made beside the sheet, because the receipt is given before the notary has seen it. */
const leafOfSheet = (
  elections: ElectionBook,
  event: RecordedEvent,
): NewLeaf | null | Promise<NewLeaf | null> => {
  const { entry, position } = event;
  return entry === null
    ? leafOfMove(elections, event)
    : { text: entry, ledgerId: position.id, inLedger: true, salt: null };
};

const leafOfMove = async (elections: ElectionBook, event: RecordedEvent): Promise<NewLeaf | null> => {
  const payload = event.payload as unknown as SheetEventPayload;
  const { sheetId, revision } = payload;
  const election = await elections.find(payload.electionId);
  const contest = election?.contest(payload.contestId);
  const station = election?.register.find(payload.stationId);
  if (election === null || contest === undefined || station === undefined) return null;
  return withWho(event, (who) => ({
    kind: 'comitium/move/1',
    election: election.code,
    race: contest.race.code,
    contest: contest.code,
    station: election.register.codes[station] ?? '',
    sheetId,
    revision,
    event: event.type,
    status: payload.after.status,
    who,
    at: event.occurredAt.toISOString(),
  }));
};

const leafOfCall = async (elections: ElectionBook, event: RecordedEvent): Promise<NewLeaf | null> => {
  const payload = event.payload as { electionId: string; raceId: string; areaId: string; choice: string };
  const election = await elections.find(payload.electionId);
  const race = election?.race(payload.raceId);
  const area = election?.register.find(payload.areaId);
  if (election === null || race === undefined || area === undefined) return null;
  return withWho(event, (who) => ({
    kind: 'comitium/call/1',
    election: election.code,
    race: race.code,
    area: election.register.codes[area] ?? '',
    event: event.type,
    choice: payload.choice,
    who,
    at: event.occurredAt.toISOString(),
  }));
};

/** State, basis and plan are those at the time of logging, which may already be later than the event. */
const leafOfElection = async (elections: ElectionBook, event: RecordedEvent): Promise<NewLeaf | null> => {
  const id = (event.stream.split(':')[1] ?? '') as ElectionId;
  elections.invalidate(id);
  const election: ElectionFacts | null = await elections.find(id);
  // What was read may be of yesterday by the time a request asks: this process keeps nothing for having looked.
  elections.invalidate(id);
  if (election === null || !isPublic(election)) return null;
  return withWho(event, (who) => ({
    kind: 'comitium/election/1',
    election: election.code,
    event: event.type,
    state: election.state,
    basis: election.basis,
    plan: hashOfPlan(election),
    who,
    at: event.occurredAt.toISOString(),
  }));
};

const withWho = (event: RecordedEvent, leaf: (who: string) => LogLeaf): NewLeaf => {
  const salt = randomBytes(saltSize);
  const who = whoText(event);
  return { text: leafText(leaf(commitTo(salt, who))), ledgerId: event.position.id, inLedger: false, salt };
};
