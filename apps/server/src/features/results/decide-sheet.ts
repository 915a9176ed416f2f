import { hash } from 'node:crypto';
import { err, ok, type Result, uuidv7 } from '@comitium/basics';
import { type Problem, problem, type SheetBody } from '@comitium/contract';
import type { CheckContext, SheetFigures } from '@comitium/tally';
import type { LedgerOrigin } from '../../platform/ledger/index.ts';
import type { ContestFacts, ElectionFacts } from '../elections/index.ts';
import { judgeFigures } from './judge-figures.ts';
import type { NewSheet } from './new-sheet.ts';
import { makeSheetLeaf, newSheetSalt } from './sheet-leaf.ts';
import type { SheetNeighbours } from './sheet-neighbours.ts';

export interface SheetPlace {
  readonly stationIndex: number;
  readonly contest: ContestFacts;
}

/** Where a sheet belongs: its station in the register, and the contest that is held there. */
export const findPlace = (
  election: ElectionFacts,
  sent: Pick<SheetBody, 'station' | 'contest'>,
): Result<SheetPlace, Problem> => {
  const stationIndex = election.register.find(sent.station);
  if (stationIndex === undefined || !election.register.isStation(stationIndex)) {
    return err(problem('station_not_found', `${election.name} has no polling station ${sent.station}.`));
  }
  const race = election.race(sent.contest);
  const contest = race === undefined ? election.contest(sent.contest) : race.contestAt(stationIndex);
  if (contest === undefined || contest.race.contestAt(stationIndex) !== contest) {
    return err(
      problem('contest_not_found', `Station ${sent.station} does not vote in contest ${sent.contest}.`),
    );
  }
  return ok({ stationIndex, contest });
};

export interface Submission {
  readonly body: SheetBody;
  readonly key: string;
  readonly authorId: string;
  readonly source: string;
  readonly receivedAt: Date;
  readonly origin: LedgerOrigin;
}

/** Judges a submission and gives it its identity; only the database can still refuse it. */
export const decideSheet = (
  election: ElectionFacts,
  place: SheetPlace,
  { submission, neighbours }: { submission: Submission; neighbours: SheetNeighbours },
): Result<NewSheet, Problem> => {
  const { body, receivedAt } = submission;
  const { contest, stationIndex } = place;
  const where = { election, contest, stationIndex };
  const capturedAt = body.capturedAt === undefined ? null : new Date(body.capturedAt);
  const judged = judgeFigures({ election, contest }, body, {
    registerFigure: election.register.registered[stationIndex],
    ...surroundings(where, body, neighbours),
    pollsClosedAt: election.pollsCloseAt ?? undefined,
    capturedAt: capturedAt ?? undefined,
    receivedAt,
  });
  if (!judged.ok) return judged;
  const { figures, status, findings } = judged.value;
  const sheetId = uuidv7(receivedAt.getTime());
  const salt = newSheetSalt();
  const onBehalfOf = body.onBehalfOf ?? null;
  const who = { actor: submission.authorId, onBehalfOf, reason: null };
  const made = { ...where, sheetId, revision: 1, status, figures, who, receivedAt, salt };
  return ok({
    ...where,
    sheetId,
    status,
    figures,
    findings,
    leaf: makeSheetLeaf(made),
    salt,
    bodyHash: hashSubmission(place, { figures, body }),
    authorId: submission.authorId,
    // A key means something within one election: what was sent to another has nothing to do with it.
    key: `${election.id} ${submission.key}`,
    source: submission.source,
    onBehalfOf,
    device: body.device ?? null,
    note: body.note ?? null,
    capturedAt,
    receivedAt,
    attachments: body.attachments ?? [],
    origin: submission.origin,
  });
};

/** The rules compare sound figures only; where they are not sound, an earlier rule has already spoken. */
const surroundings = (
  where: { election: ElectionFacts; contest: ContestFacts; stationIndex: number },
  body: SheetBody,
  neighbours: SheetNeighbours,
): Pick<CheckContext, 'siblings' | 'identicalTo' | 'previous'> => {
  const votes = where.contest.choices.map((choice) =>
    Number(body.votes[choice.code] ?? body.votes[choice.id]),
  );
  const [rejected, cast, registered] = [Number(body.rejected), Number(body.cast), Number(body.registered)];
  return {
    siblings: neighbours.turnouts(where),
    identicalTo: neighbours.identicalTo(where, { votes, rejected, cast, registered }),
    previous: neighbours.swing(where, votes),
  };
};

/** What makes two bodies the same request: what they say of which place, however they call it and in which order. */
const hashSubmission = (
  { contest, stationIndex }: SheetPlace,
  { figures, body }: { figures: SheetFigures; body: SheetBody },
): string => {
  const { votes, rejected, cast, registered } = figures;
  const { capturedAt, source, onBehalfOf, device, note, attachments } = body;
  const said = [capturedAt, source, onBehalfOf, device, note, attachments];
  const content = [contest.id, stationIndex, votes, rejected, cast, registered, said];
  return hash('sha256', JSON.stringify(content), 'hex');
};
