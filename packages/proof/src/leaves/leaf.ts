// What the log is about. Leaves name places and states; figures and people stand behind commitments.
import { err, ok, type Result } from '@comitium/basics';
import { parseList } from './committed-text.ts';

/** A set of figures that came for a station: a new sheet, or a correction (revision 2 and on). */
export interface SheetLeaf {
  readonly kind: 'comitium/sheet/2';
  readonly election: string;
  readonly race: string;
  readonly contest: string;
  readonly station: string;
  readonly sheetId: string;
  readonly revision: number;
  readonly status: string;
  /** Commitment of `figuresText`. */
  readonly figures: string;
  /** Commitment of `whoText`. */
  readonly who: string;
  /** RFC 3339, UTC. */
  readonly at: string;
}

/** A sheet was verified, released, rejected, certified or un-certified. */
export interface MoveLeaf {
  readonly kind: 'comitium/move/1';
  readonly election: string;
  readonly race: string;
  readonly contest: string;
  readonly station: string;
  readonly sheetId: string;
  readonly revision: number;
  /** Such as `sheet.rejected`. */
  readonly event: string;
  /** The status it led to. */
  readonly status: string;
  readonly who: string;
  readonly at: string;
}

/** An area was called for a choice, or the call withdrawn. */
export interface CallLeaf {
  readonly kind: 'comitium/call/1';
  readonly election: string;
  readonly race: string;
  readonly area: string;
  /** `area.called` or `area.call_withdrawn`. */
  readonly event: string;
  readonly choice: string;
  readonly who: string;
  readonly at: string;
}

/** A public election changed: its state, the basis of its totals, its ballots. */
export interface ElectionLeaf {
  readonly kind: 'comitium/election/1';
  readonly election: string;
  readonly event: string;
  readonly state: string;
  readonly basis: string;
  /** SHA-256 of the election's `planText`, in hex. */
  readonly plan: string;
  readonly who: string;
  readonly at: string;
}

export type LogLeaf = SheetLeaf | MoveLeaf | CallLeaf | ElectionLeaf;

type AnyMember = LogLeaf extends infer L ? (L extends LogLeaf ? keyof L : never) : never;
type Members<L extends LogLeaf> = readonly (keyof L & string)[];

/** The order in which the members of a leaf are written; `revision` alone is a number. */
const membersOf: {
  readonly [K in LogLeaf['kind']]: Members<Extract<LogLeaf, { kind: K }>>;
} = {
  'comitium/sheet/2': [
    ...(['kind', 'election', 'race', 'contest', 'station', 'sheetId', 'revision'] as const),
    ...(['status', 'figures', 'who', 'at'] as const),
  ],
  'comitium/move/1': [
    ...(['kind', 'election', 'race', 'contest', 'station', 'sheetId', 'revision'] as const),
    ...(['event', 'status', 'who', 'at'] as const),
  ],
  'comitium/call/1': ['kind', 'election', 'race', 'area', 'event', 'choice', 'who', 'at'],
  'comitium/election/1': ['kind', 'election', 'event', 'state', 'basis', 'plan', 'who', 'at'],
};

/** The entry of the log: JSON of a fixed list, so that one leaf has one text. */
export const leafText = (leaf: LogLeaf): string => {
  const values: Readonly<Partial<Record<AnyMember, unknown>>> = leaf;
  return JSON.stringify(membersOf[leaf.kind].map((name) => values[name]));
};

/** Null for a kind that this program does not know; the error says what is wrong with one it knows. */
export const readLeaf = (text: string): Result<LogLeaf | null, string> => {
  const values = parseList(text);
  if (values === null) return err('The leaf is no JSON list.');
  const kind = Object.keys(membersOf).find((one) => one === values[0]) as LogLeaf['kind'] | undefined;
  if (kind === undefined) return ok(null);
  const names: readonly string[] = membersOf[kind];
  const sound =
    values.length === names.length &&
    names.every((name, at) =>
      name === 'revision' ? Number.isSafeInteger(values[at]) : typeof values[at] === 'string',
    );
  if (!sound) return err(`The leaf is not of the form ${kind}.`);
  return ok(Object.fromEntries(names.map((name, at) => [name, values[at]])) as unknown as LogLeaf);
};
