import type { ElectionId, Result } from '@comitium/basics';
import type { BallotImportBody, CreateElectionBody, ImportReport, Problem } from '@comitium/contract';
import type { Origin } from '../../platform/access/origin.ts';
import type { Feature } from '../../platform/feature.ts';
import { type Follower, type RecordedEvent, startFollower } from '../../platform/ledger/index.ts';
import type { ElectionAtDoor, Platform } from '../../platform/platform.ts';
import { assignmentRoutes } from './assignment-routes.ts';
import { ballotRoutes } from './ballot-routes.ts';
import type { ElectionChange } from './change-election.ts';
import { choiceRoutes } from './choice-routes.ts';
import { contestRoutes } from './contest-routes.ts';
import { createElection } from './create-election.ts';
import { createElectionBook, type ElectionBook } from './election-book.ts';
import { createElectionPorts, type ElectionPorts } from './election-ports.ts';
import { electionRoutes } from './election-routes.ts';
import type { ElectionsDependencies } from './elections-dependencies.ts';
import type { ElectionsTools } from './elections-tools.ts';
import { importBallots } from './import-ballots.ts';
import { isPublic } from './is-public.ts';
import { type ElectionMove, moveElection } from './move-election.ts';
import { partyRoutes } from './party-routes.ts';
import { raceRoutes } from './race-routes.ts';
import { stationRoutes } from './station-routes.ts';

/** What the composition root and the features above use of elections. */
export interface Elections extends Feature {
  readonly book: ElectionBook;
  /** Answered by the composition root, because the rooms that know lie above. */
  readonly ports: ElectionPorts;
  /** What the door asks about the election of a path, by id or code. */
  atDoor(reference: string): Promise<ElectionAtDoor | null>;
  /** Commands for the operator's own programs; people use the routes. */
  createElection(body: CreateElectionBody, origin: Origin): Promise<Result<ElectionId, Problem>>;
  importBallots(change: ElectionChange, body: BallotImportBody): Promise<Result<ImportReport, Problem>>;
  moveElection(move: ElectionMove): Promise<Result<void, Problem>>;
}

export const createElections = (
  platform: Platform,
  { territory, accounts }: ElectionsDependencies,
): Elections => {
  const book = createElectionBook(platform.db, territory.registers);
  const ports = createElectionPorts();
  const tools: ElectionsTools = { platform, territory, book, ports };
  let follower: Follower | undefined;
  return {
    name: 'elections',
    routes: [
      ...electionRoutes(tools),
      ...ballotRoutes(tools),
      ...partyRoutes(tools),
      ...raceRoutes(tools),
      ...contestRoutes(tools),
      ...choiceRoutes(tools),
      ...assignmentRoutes(tools, accounts),
      ...stationRoutes(tools),
    ],
    book,
    ports,
    atDoor: async (reference) => {
      const election = await book.find(reference);
      return election && { id: election.id, isPublic: isPublic(election) };
    },
    createElection: (body, origin) => createElection(tools, body, origin),
    importBallots: (change, body) => importBallots(tools, change, body),
    moveElection: (move) => moveElection(tools, move),
    start: async () => {
      follower = await followElections(tools);
      // What was read before the follower began may have changed in between.
      book.invalidateAll();
    },
    stop: async () => {
      await follower?.stop();
      follower = undefined;
    },
  };
};

const prefix = 'election:';

/** Brings what other processes changed to this one's memory. */
const followElections = ({ platform, book }: ElectionsTools): Promise<Follower> => {
  const apply = ({ stream }: RecordedEvent): void => {
    if (stream.startsWith(prefix)) book.invalidate(stream.slice(prefix.length) as ElectionId);
  };
  return startFollower(platform.db, {
    name: 'elections book',
    stored: false,
    handle: (events) => {
      for (const event of events) apply(event);
    },
  });
};
