import { err, ok, type Result } from '@comitium/basics';
import type { FileProblem } from '../file-problem.ts';
import { flagOf, itemsOf, type JsonNode, textOf } from './json-node.ts';

type Refusal = Pick<FileProblem, 'code' | 'message'>;

/** The snapshot of a record that counts, or why none can be told. */
export const snapshotOf = (
  record: JsonNode,
  wanted: 'current' | 'original' | undefined,
): Result<JsonNode, Refusal> => {
  const snapshots = itemsOf(record, 'CVRSnapshot');
  const originals = snapshots.filter((snapshot) => textOf(snapshot, 'Type') === 'original');
  if (wanted === 'original') return onlyOne(originals, 'This record does not have one original snapshot.');
  const interpreted = snapshots.filter((snapshot) => textOf(snapshot, 'Type') === 'interpreted');
  // Programs that write down each round of a count let the last round stand as current; counted anew it would be a single choice.
  if (wanted === undefined && interpreted.length > 1 && originals.length > 0)
    return err({
      code: 'snapshot_undecided',
      message:
        'This record has several interpretations, as of the rounds of a count: say whether the original snapshot counts or the current one.',
    });
  return onlyOne(currentOf(record, snapshots), 'This record does not say which of its snapshots is current.');
};

const currentOf = (record: JsonNode, snapshots: readonly JsonNode[]): readonly JsonNode[] => {
  const id = textOf(record, 'CurrentSnapshotId');
  if (id !== undefined) return snapshots.filter((snapshot) => textOf(snapshot, '@id') === id);
  const current = snapshots.filter((snapshot) => flagOf(snapshot, 'IsCurrent') === true);
  return current.length === 0 ? snapshots : current;
};

const onlyOne = (snapshots: readonly JsonNode[], message: string): Result<JsonNode, Refusal> => {
  const [only, ...more] = snapshots;
  return only === undefined || more.length > 0 ? err({ code: 'header_missing', message }) : ok(only);
};
