// Whether a race's published totals are the sum of its logged sheets, while more sheets may be coming in.
import { type Basis, bases, countedIn, type SheetStatus } from '@comitium/tally';
import { opensCommitment } from '../leaves/commitment.ts';
import { readFiguresText } from '../leaves/committed-text.ts';
import { type FindingCode, finding, type VerifyFinding } from './finding.ts';
import { type CountedSheet, compareArea, type FoldedRace, foldSheet } from './fold-race.ts';
import type { LogSource } from './log-source.ts';
import { type LoggedSheetLife, type LogState, statesSince } from './log-state.ts';
import {
  type OpenedSheet,
  type OpenedSheets,
  type PublishedRace,
  readOpenedSheets,
  readPublished,
} from './published-totals.ts';
import { contestKey, type FoldPlan } from './read-plan.ts';

export interface RaceAsked {
  readonly election: string;
  readonly race: string;
  /** Name of the level of stations. */
  readonly level: string;
  readonly plan: FoldPlan;
}

export interface RaceCheck {
  readonly found: readonly VerifyFinding[];
  readonly sheets: number;
  /** Of these, the ones that the log holds with the same figures and status. */
  readonly logged: number;
  readonly areas: number;
  /** False where totals moved at every look, so that what differs between them and the sheets proves nothing. */
  readonly settled: boolean;
  readonly looks: number;
  /** The sheets are those of the log's first so many leaves, at least. */
  readonly upTo: number;
}

export interface RaceTools {
  readonly source: LogSource;
  readonly state: LogState;
  /** Goes on to the log's newest checkpoint. */
  grow(): Promise<void>;
  /** Told before each further look. */
  onMoving?(look: number): void;
}

const pauseMs = 700;
/** A night that moved three times will move a fourth time: the answer is that it moves, and it should not take minutes. */
export const movingLooks = 3;
/** A log signs some seconds after what it logs: until then a sheet may rightly count before it is to be found. */
const patientLooks = 12;
const lateCodes: ReadonlySet<FindingCode> = new Set([
  'sheet_not_logged',
  'sheet_status_differs',
  'basis_differs',
]);

/**
 * A live night moves between one answer and the next. What differs counts as wrong only when a second look finds the
 * same sheets, and where the log could only be late, when it stays so; or when every one of several looks found it.
 * Where other sheets came at each of `mostMoving` looks and nothing was found at all of them, the race moves: that is
 * said, and not waited out.
 */
export const checkRace = async (
  tools: RaceTools,
  asked: RaceAsked,
  mostMoving = movingLooks,
): Promise<RaceCheck> => {
  let before: string | null = null;
  let lasting: readonly VerifyFinding[] | null = null;
  for (let look = 1; ; look++) {
    const opened = await readOpenedSheets(tools.source, asked);
    const published = await readPublished(tools.source, asked);
    await tools.grow();
    const { found, logged } = judge(tools.state, asked, { opened, published });
    const seen = { sheets: opened.sheets.length, logged, areas: published.areas.length };
    const end = { ...seen, looks: look, upTo: opened.size };
    lasting = stillFound(lasting, found);
    const mayBeLate = look < patientLooks && found.some(({ code }) => lateCodes.has(code));
    const rests = before === opened.text;
    if (found.length === 0 || (rests && !mayBeLate)) return { ...end, found, settled: true };
    // Something that stays is looked at longer: caches in between may serve an export for some seconds.
    const isEnough = look >= mostMoving && !rests && lasting.length === 0;
    if (isEnough || look >= patientLooks) return { ...end, found: lasting, settled: lasting.length > 0 };
    before = opened.text;
    tools.onMoving?.(look + 1);
    await tools.source.pause(pauseMs);
  }
};

/** What was found at every look so far, word for word. */
const stillFound = (
  before: readonly VerifyFinding[] | null,
  found: readonly VerifyFinding[],
): readonly VerifyFinding[] => {
  const now = new Set(found.map((one) => JSON.stringify(one)));
  return (before ?? found).filter((one) => now.has(JSON.stringify(one)));
};

const judge = (
  state: LogState,
  asked: RaceAsked,
  { opened, published }: { opened: OpenedSheets; published: PublishedRace },
): { readonly found: VerifyFinding[]; readonly logged: number } => {
  const { election, race } = asked;
  const basis = state.elections.get(election)?.basis ?? '';
  const found: VerifyFinding[] = [];
  for (const shown of [opened.basis, published.basis]) {
    if (shown !== basis) found.push(finding('basis_differs', { election, shown, logged: basis }));
  }
  const folded: FoldedRace = new Map();
  const counted = new Set<string>();
  let logged = 0;
  for (const sheet of opened.sheets) {
    const { wrong, counts } = countSheet(state, asked, { sheet, size: opened.size });
    counted.add(sheet.sheetId);
    if (wrong === null) logged += 1;
    else found.push(wrong);
    // What it claims is added up all the same: one wrong sheet is one finding, not one for every total above it.
    if (counts !== null) foldSheet(folded, asked.plan, counts);
  }
  found.push(...missingSheets(state, asked, { counted, size: opened.size, basis }));
  const seen = new Set(published.areas.map(({ area }) => area));
  for (const area of asked.plan.parentOf.keys()) {
    if (!seen.has(area)) found.push(finding('area_missing', { race, area }));
  }
  for (const area of published.areas) {
    if (!asked.plan.parentOf.has(area.area)) found.push(finding('area_unknown', { race, area: area.area }));
    found.push(...compareArea(folded, area, { race, where: 'export' }));
  }
  found.push(...compareArea(folded, published.map, { race, where: 'map' }));
  return { found, logged };
};

interface Judged {
  /** Why it may not count as it does. */
  readonly wrong: VerifyFinding | null;
  readonly counts: CountedSheet | null;
}

const countSheet = (
  state: LogState,
  asked: RaceAsked,
  { sheet, size }: { sheet: OpenedSheet; size: number },
): Judged => {
  const life = state.sheets.get(sheet.sheetId);
  const leaf = life?.revisions.get(sheet.revision);
  if (
    life === undefined ||
    leaf === undefined ||
    life.election !== asked.election ||
    life.race !== asked.race
  ) {
    const values = { sheet: sheet.sheetId, revision: sheet.revision };
    return { wrong: finding('sheet_not_logged', values), counts: null };
  }
  const placed = placeSheet(asked, life, sheet);
  if ('code' in placed) return { wrong: placed, counts: null };
  const named = { sheet: sheet.sheetId, station: life.station };
  if (!opensCommitment(leaf.figures, sheet))
    return { wrong: finding('sheet_changed', named), counts: placed };
  const states = statesSince(life, size);
  const known = states.some((one) => one.revision === sheet.revision && one.status === sheet.status);
  const values = { ...named, shown: sheet.status, logged: states[0]?.status ?? '' };
  return { wrong: known ? null : finding('sheet_status_differs', values), counts: placed };
};

const placeSheet = (
  { race, plan }: RaceAsked,
  life: LoggedSheetLife,
  sheet: OpenedSheet,
): CountedSheet | VerifyFinding => {
  const named = { sheet: sheet.sheetId, station: life.station };
  const figures = readFiguresText(sheet.text);
  const contest = plan.contests.get(contestKey(race, life.contest));
  if (!figures.ok) return finding('sheet_misplaced', { ...named, why: figures.error });
  if (contest === undefined || !plan.parentOf.has(life.station)) {
    return finding('sheet_misplaced', { ...named, why: 'its station or contest is not in it' });
  }
  if (figures.value.choices.join('\n') !== contest.choices.join('\n')) {
    return finding('sheet_misplaced', { ...named, why: 'its choices are not those of the contest' });
  }
  return { station: life.station, contest, figures: figures.value };
};

/** Sheets that the log says count, and that the totals leave out. */
const missingSheets = (
  state: LogState,
  { election, race }: RaceAsked,
  { counted, size, basis }: { counted: ReadonlySet<string>; size: number; basis: string },
): VerifyFinding[] => {
  const known: Basis | undefined = bases.find((one) => one === basis);
  if (known === undefined) return [];
  const found: VerifyFinding[] = [];
  for (const life of state.sheets.values()) {
    if (life.election !== election || life.race !== race || counted.has(life.sheetId)) continue;
    const states = statesSince(life, size);
    // One that came after the snapshot, or stopped counting since, may rightly be absent.
    const [first] = states;
    if (first === undefined || first.index >= size) continue;
    if (states.every((one) => countedIn(one.status as SheetStatus, known))) {
      found.push(
        finding('sheet_missing', { sheet: life.sheetId, station: life.station, logged: first.status }),
      );
    }
  }
  return found;
};
