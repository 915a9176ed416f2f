// Downloads a log to its newest checkpoint and believes nothing that does not hash to it.
import { sameBytes } from '../encoding/bytes.ts';
import { fromUtf8 } from '../encoding/utf8.ts';
import { createMemoryTree, type MemoryTree } from '../merkle/memory-tree.ts';
import { hashSize, treeHasher } from '../merkle/tree-hasher.ts';
import { type TrustedKeys, type VerifiedCheckpoint, verifyCheckpoint } from '../notes/verify-checkpoint.ts';
import { readEntryBundle } from '../tiles/entry-bundle.ts';
import { tileWidth, widthOfTile } from '../tiles/tile.ts';
import { tilePath } from '../tiles/tile-path.ts';
import { finding, type VerifyFinding, VerifyStop } from './finding.ts';
import { type LogSource, readInOrder, readText } from './log-source.ts';

/** The log as far as it was downloaded and found to be what was signed. */
export interface VerifiedLog {
  readonly tree: MemoryTree;
  /** The entries as text, by index. */
  readonly entries: string[];
  checkpoint: VerifiedCheckpoint;
  /** The signed note of it. */
  note: string;
}

export interface GrowOptions {
  readonly source: LogSource;
  readonly keys: TrustedKeys;
  onLeaves?(done: number, total: number): void;
}

export const readCheckpoint = async ({
  source,
  keys,
}: GrowOptions): Promise<{ note: string; checkpoint: VerifiedCheckpoint }> => {
  const note = await readText(source, 'log/checkpoint');
  const checkpoint = await verifyCheckpoint(note, keys);
  if (!checkpoint.ok) throw new VerifyStop(finding('checkpoint_invalid', { why: checkpoint.error }));
  return { note, checkpoint: checkpoint.value };
};

/** Downloads the whole log. Throws VerifyStop with what is wrong and where. */
export const openLog = async (options: GrowOptions): Promise<VerifiedLog> => {
  const read = await readCheckpoint(options);
  const log: VerifiedLog = { tree: createMemoryTree(), entries: [], ...read };
  await download(log, options, read.checkpoint);
  return log;
};

/** Goes on to the newest checkpoint, which must be of the same leaves and more. */
export const growLog = async (log: VerifiedLog, options: GrowOptions): Promise<void> => {
  const { note, checkpoint } = await readCheckpoint(options);
  if (checkpoint.size < log.checkpoint.size) {
    throw new VerifyStop(finding('log_truncated', { size: checkpoint.size, before: log.checkpoint.size }));
  }
  await download(log, options, checkpoint);
  log.note = note;
  log.checkpoint = checkpoint;
};

const download = async (
  log: VerifiedLog,
  options: GrowOptions,
  { size, root }: VerifiedCheckpoint,
): Promise<void> => {
  const before = log.tree.size;
  const differing = await takeLeaves(log, options, size);
  if (!sameBytes(log.tree.root(size), root))
    throw new VerifyStop(await explain(log, options, { differing, size, root }));
  const [wrong] = differing;
  // The texts hash to the root, so it is the tile beside them that is wrong.
  if (wrong !== undefined) throw new VerifyStop(wrong.tile);
  await checkUpperTiles(log.tree, options, { before, size });
};

/** A leaf whose text and tile do not agree. */
interface Differing {
  readonly index: number;
  readonly inTile: Uint8Array;
  readonly tile: VerifyFinding;
}

const pathsOf = (level: 0 | 'entries', { from, size }: { from: number; size: number }): string[] => {
  const paths: string[] = [];
  for (let index = Math.floor(from / tileWidth); index * tileWidth < size; index++) {
    const width = widthOfTile({ level: 0, index }, size);
    paths.push(`log/${tilePath({ level, index, width })}`);
  }
  return paths;
};

const takeLeaves = async (log: VerifiedLog, options: GrowOptions, size: number): Promise<Differing[]> => {
  const from = log.tree.size;
  if (from >= size) return [];
  const first = Math.floor(from / tileWidth);
  const bundles = pathsOf('entries', { from, size });
  const tiles = pathsOf(0, { from, size });
  const differing: Differing[] = [];
  let entries: Uint8Array[] = [];
  const both = bundles.flatMap((bundle, at) => [bundle, tiles[at] ?? '']);
  await readInOrder(options.source, both, (bytes, at) => {
    const path = both[at] ?? '';
    const index = first + Math.floor(at / 2);
    const width = widthOfTile({ level: 0, index }, size);
    if (at % 2 === 0) {
      entries = readEntryBundle(bytes) ?? [];
      if (entries.length !== width) {
        throw new VerifyStop(finding('unreadable', { path, why: `it does not hold ${width} entries` }));
      }
      return;
    }
    if (bytes.length !== width * hashSize) {
      throw new VerifyStop(finding('unreadable', { path, why: `it does not hold ${width} hashes` }));
    }
    differing.push(...takeTile(log, { entries, bytes, index }));
    options.onLeaves?.(log.tree.size, size);
  });
  return differing;
};

const takeTile = (
  log: VerifiedLog,
  { entries, bytes, index }: { entries: readonly Uint8Array[]; bytes: Uint8Array; index: number },
): Differing[] => {
  const differing: Differing[] = [];
  for (const [at, entry] of entries.entries()) {
    const leaf = index * tileWidth + at;
    if (leaf < log.tree.size) continue;
    const hash = treeHasher.leaf(entry);
    const inTile = bytes.slice(at * hashSize, (at + 1) * hashSize);
    if (!sameBytes(hash, inTile)) {
      differing.push({ index: leaf, inTile, tile: finding('tile_changed', { tile: `0/${index}`, at }) });
    }
    log.tree.append(hash);
    log.entries.push(fromUtf8(entry) ?? '');
  }
  return differing;
};

/** Where the leaves went wrong: if the tiles hash to the root, it is the leaf whose text differs from its tile. */
const explain = async (
  log: VerifiedLog,
  options: GrowOptions,
  { differing, size, root }: { differing: readonly Differing[]; size: number; root: Uint8Array },
): Promise<VerifyFinding> => {
  const [first] = differing;
  if (first !== undefined) {
    const inTile = new Map(differing.map((one) => [one.index, one.inTile]));
    const tree = createMemoryTree();
    for (let at = 0; at < size; at++) tree.append(inTile.get(at) ?? log.tree.leafHash(at));
    if (sameBytes(tree.root(), root)) return finding('leaf_changed', { index: first.index });
  }
  return (await findUpperDifference(log.tree, options, size)) ?? finding('root_differs', { size });
};

/** Text and tile may have been changed together: the tiles above them still tell where. */
const findUpperDifference = async (
  tree: MemoryTree,
  options: GrowOptions,
  size: number,
): Promise<VerifyFinding | null> => {
  try {
    await checkUpperTiles(tree, options, { before: 0, size });
    return null;
  } catch (error) {
    if (error instanceof VerifyStop && error.found.code === 'tile_changed') return error.found;
    throw error;
  }
};

const checkUpperTiles = async (
  tree: MemoryTree,
  { source }: GrowOptions,
  { before, size }: { before: number; size: number },
): Promise<void> => {
  for (let level = 1; tileWidth ** level <= size; level++) {
    const first = Math.floor(before / tileWidth ** (level + 1));
    const paths: string[] = [];
    for (let index = first; widthOfTile({ level, index }, size) > 0; index++) {
      paths.push(`log/${tilePath({ level, index, width: widthOfTile({ level, index }, size) })}`);
    }
    await readInOrder(source, paths, (bytes, place) => {
      const index = first + place;
      for (let at = 0; at < widthOfTile({ level, index }, size); at++) {
        const hash = tree.read({ level: level * 8, index: index * tileWidth + at });
        if (sameBytes(hash, bytes.slice(at * hashSize, (at + 1) * hashSize))) continue;
        throw new VerifyStop(finding('tile_changed', { tile: `${level}/${index}`, at }));
      }
    });
  }
};
