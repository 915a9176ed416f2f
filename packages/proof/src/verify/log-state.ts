// What the leaves say happened: the life of every sheet, and what each election's totals are.
import { type ElectionLeaf, readLeaf, type SheetLeaf } from '../leaves/leaf.ts';
import { finding, type VerifyFinding } from './finding.ts';

/** A state of a sheet, from the leaf at `index` on. */
export interface SheetState {
  readonly index: number;
  readonly revision: number;
  readonly status: string;
}

export interface LoggedSheetLife {
  readonly sheetId: string;
  readonly election: string;
  readonly race: string;
  readonly contest: string;
  readonly station: string;
  readonly revisions: Map<number, SheetLeaf>;
  /** In the order of the log. */
  readonly states: SheetState[];
}

export interface LogState {
  /** Leaves that were taken in. */
  size: number;
  readonly sheets: Map<string, LoggedSheetLife>;
  /** The newest leaf of each election, by code. */
  readonly elections: Map<string, ElectionLeaf>;
  /** Calls made and withdrawn. */
  calls: number;
}

export const createLogState = (): LogState => ({
  size: 0,
  sheets: new Map(),
  elections: new Map(),
  calls: 0,
});

/** Takes in what was logged since the last time; answers what it does not understand. */
export const takeInLeaves = (state: LogState, entries: readonly string[]): VerifyFinding[] => {
  const found: VerifyFinding[] = [];
  for (; state.size < entries.length; state.size++) {
    const read = readLeaf(entries[state.size] ?? '');
    if (!read.ok) found.push(finding('leaf_unreadable', { index: state.size, why: read.error }));
    else if (read.value !== null) {
      const wrong = takeIn(state, read.value);
      if (wrong !== null) found.push(finding('leaf_unreadable', { index: state.size, why: wrong }));
    }
  }
  return found;
};

type Leaf = NonNullable<Extract<ReturnType<typeof readLeaf>, { ok: true }>['value']>;

const takeIn = (state: LogState, leaf: Leaf): string | null => {
  switch (leaf.kind) {
    case 'comitium/sheet/2':
      return takeInSheet(state, leaf);
    case 'comitium/move/1': {
      const life = state.sheets.get(leaf.sheetId);
      if (life === undefined) return `sheet ${leaf.sheetId} was ${leaf.status} before it came`;
      life.states.push({ index: state.size, revision: leaf.revision, status: leaf.status });
      return null;
    }
    case 'comitium/call/1':
      state.calls += 1;
      return null;
    case 'comitium/election/1':
      state.elections.set(leaf.election, leaf);
      return null;
  }
};

const takeInSheet = (state: LogState, leaf: SheetLeaf): string | null => {
  const { sheetId, election, race, contest, station, revision, status } = leaf;
  const life = state.sheets.get(sheetId) ?? {
    ...{ sheetId, election, race, contest, station },
    revisions: new Map<number, SheetLeaf>(),
    states: [],
  };
  if (life.station !== station || life.contest !== contest || life.revisions.size + 1 !== revision) {
    return `revision ${revision} of sheet ${sheetId} does not follow the one before`;
  }
  state.sheets.set(sheetId, life);
  life.revisions.set(revision, leaf);
  life.states.push({ index: state.size, revision, status });
  return null;
};

/** The state that a tree of `size` leaves says, and all that came later: a snapshot may show any of them. */
export const statesSince = ({ states }: LoggedSheetLife, size: number): readonly SheetState[] => {
  const first = states.findLastIndex((one) => one.index < size);
  return states.slice(Math.max(0, first));
};
