// Grows typed arrays of marks and finds identical rows by hash: the hot part of reading a million ballots.

/** Where the rows of a table lie, once no more will come. */
export interface GroupRows {
  readonly groups: number;
  readonly starts: Uint32Array;
  readonly marks: Int16Array;
  readonly scores: Int32Array | null;
}

/** A ballot's marks, of which the first `length` count, and in form `score` the score of each. */
export interface Row {
  readonly marks: Int16Array;
  readonly scores: Int32Array | null;
  readonly length: number;
}

export interface GroupTable {
  /** The number of the group that equals this row; a new one if there was none, or if the order is to be kept. */
  readonly groupOf: (row: Row) => number;
  readonly rows: () => GroupRows;
}

export const createGroupTable = (withScores: boolean, inOrder = false): GroupTable => {
  const memory: Memory = {
    groups: 0,
    starts: new Uint32Array(1024),
    hashes: new Int32Array(1024),
    marks: new Int16Array(8192),
    scores: withScores ? new Int32Array(8192) : null,
    slots: new Int32Array(2048),
  };
  return {
    groupOf: (row) => (inOrder ? appendGroup(memory, row, 0) : findOrAppend(memory, row)),
    rows: () => ({
      groups: memory.groups,
      starts: memory.starts.slice(0, memory.groups + 1),
      marks: memory.marks.slice(0, memory.starts[memory.groups]!),
      scores: memory.scores?.slice(0, memory.starts[memory.groups]!) ?? null,
    }),
  };
};

interface Memory {
  groups: number;
  starts: Uint32Array;
  hashes: Int32Array;
  marks: Int16Array;
  scores: Int32Array | null;
  /** Open addressing: the number of a group plus one, 0 where free; never more than half full. */
  slots: Int32Array;
}

const findOrAppend = (memory: Memory, row: Row): number => {
  const hash = hashOf(row);
  const { slots, hashes } = memory;
  const mask = slots.length - 1;
  let slot = hash & mask;
  for (let found = slots[slot]!; found !== 0; found = slots[slot]!) {
    if (hashes[found - 1] === hash && equals(memory, found - 1, row)) return found - 1;
    slot = (slot + 1) & mask;
  }
  slots[slot] = appendGroup(memory, row, hash) + 1;
  if (memory.groups * 2 > slots.length) rehash(memory);
  return memory.groups - 1;
};

const appendGroup = (memory: Memory, row: Row, hash: number): number => {
  append(memory, row);
  memory.hashes[memory.groups] = hash;
  memory.groups++;
  return memory.groups - 1;
};

const equals = ({ starts, marks, scores }: Memory, group: number, row: Row): boolean => {
  const start = starts[group]!;
  if (starts[group + 1]! - start !== row.length) return false;
  for (let i = 0; i < row.length; i++) if (marks[start + i] !== row.marks[i]) return false;
  if (scores === null || row.scores === null) return true;
  for (let i = 0; i < row.length; i++) if (scores[start + i] !== row.scores[i]) return false;
  return true;
};

const append = (memory: Memory, { marks, scores, length }: Row): void => {
  const start = memory.starts[memory.groups]!;
  while (start + length > memory.marks.length) {
    memory.marks = grown(memory.marks, new Int16Array(memory.marks.length * 2));
    if (memory.scores !== null)
      memory.scores = grown(memory.scores, new Int32Array(memory.scores.length * 2));
  }
  for (let i = 0; i < length; i++) memory.marks[start + i] = marks[i]!;
  if (memory.scores !== null && scores !== null)
    for (let i = 0; i < length; i++) memory.scores[start + i] = scores[i]!;
  if (memory.groups + 2 > memory.starts.length) {
    memory.starts = grown(memory.starts, new Uint32Array(memory.starts.length * 2));
    memory.hashes = grown(memory.hashes, new Int32Array(memory.hashes.length * 2));
  }
  memory.starts[memory.groups + 1] = start + length;
};

const rehash = (memory: Memory): void => {
  const slots = new Int32Array(memory.slots.length * 2);
  const mask = slots.length - 1;
  for (let group = 0; group < memory.groups; group++) {
    let slot = memory.hashes[group]! & mask;
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    slots[slot] = group + 1;
  }
  memory.slots = slots;
};

const grown = <A extends Int16Array | Int32Array | Uint32Array>(from: A, into: A): A => {
  into.set(from);
  return into;
};

/** FNV-1a over the marks, with the bits mixed once more because the table takes the lowest ones. */
const hashOf = ({ marks, scores, length }: Row): number => {
  let hash = 0x811c9dc5;
  for (let i = 0; i < length; i++) hash = Math.imul(hash ^ marks[i]!, 0x01000193);
  if (scores !== null) for (let i = 0; i < length; i++) hash = Math.imul(hash ^ scores[i]!, 0x01000193);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  return hash ^ (hash >>> 12);
};
