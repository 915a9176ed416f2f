import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joinBytes } from '../encoding/bytes.ts';
import { toHex } from '../encoding/hex.ts';
import { toUtf8 } from '../encoding/utf8.ts';
import { consistencyRanges } from '../merkle/consistency.ts';
import { inclusionRanges } from '../merkle/inclusion.ts';
import { createMemoryTree, type MemoryTree } from '../merkle/memory-tree.ts';
import { hashOfRange, rootOf } from '../merkle/node-reader.ts';
import { treeHasher } from '../merkle/tree-hasher.ts';
import { readEntryBundle, writeEntryBundle } from './entry-bundle.ts';
import { placeOfSubtree, type TilePlace, widthOfTile } from './tile.ts';
import { readNodesFromTiles, type TileReader, tilesOfRanges } from './tile-nodes.ts';
import { readTilePath, tilePath } from './tile-path.ts';

const treeOf = (count: number): MemoryTree => {
  const tree = createMemoryTree();
  for (let at = 0; at < count; at++) tree.append(treeHasher.leaf(toUtf8(`leaf ${at}`)));
  return tree;
};

const big = treeOf(70_000);

const tileOf =
  (tree: MemoryTree, size: number): TileReader =>
  (place) => {
    const width = widthOfTile(place, size);
    if (width === 0) return undefined;
    const hashes = Array.from({ length: width }, (_, at) =>
      tree.read({ level: place.level * 8, index: place.index * 256 + at }),
    );
    return joinBytes(...hashes);
  };

test('T01 tiles have the addresses of the specification', () => {
  expect(tilePath({ level: 0, index: 1_234_067, width: 256 })).toBe('tile/0/x001/x234/067');
  expect(tilePath({ level: 63, index: 0, width: 1 })).toBe('tile/63/000.p/1');
  expect(tilePath({ level: 'entries', index: 1000, width: 17 })).toBe('tile/entries/x001/000.p/17');
});

test('T01 an address is read back, and no other text is one', () => {
  const level = fc.oneof(fc.integer({ min: 0, max: 63 }), fc.constant('entries' as const));
  const address = fc.record({ level, index: fc.maxSafeNat(), width: fc.integer({ min: 1, max: 256 }) });
  fc.assert(
    fc.property(address, (one) => {
      expect(readTilePath(tilePath(one).slice(5))).toEqual(one);
    }),
  );
  const wrong = [
    '',
    '0',
    '0/',
    '0/1',
    '00/001',
    '64/001',
    '0/001.p/0',
    '0/001.p/256',
    '0/001.p/017',
    '0/x000/001',
  ];
  const odd = ['-1/001', 'entries', 'data/001', '0/../001', '0/001/002', '0/x1/002', '0/001.p/1/', '0/001?'];
  expect([...wrong, ...odd].map(readTilePath)).toEqual([...wrong, ...odd].map(() => null));
});

test('T02 a tree of 70,000 leaves has the tiles of the specification’s example', () => {
  const width = (level: number, index: number) => widthOfTile({ level, index }, 70_000);
  expect([width(0, 272), width(0, 273), width(0, 274)]).toEqual([256, 112, 0]);
  expect([width(1, 0), width(1, 1), width(1, 2), width(2, 0), width(3, 0)]).toEqual([256, 17, 0, 1, 0]);
  expect([widthOfTile({ level: 0, index: 0 }, 256), widthOfTile({ level: 1, index: 0 }, 256)]).toEqual([
    256, 1,
  ]);
});

test('T03 each hash above is the root of a full tile below', () => {
  const read = tileOf(big, 70_000);
  const roots = [0, 5, 255].map((index) => {
    const bytes = read({ level: 0, index });
    const tree = createMemoryTree();
    for (let at = 0; at < 256; at++) tree.append(bytes?.slice(at * 32, at * 32 + 32) ?? new Uint8Array());
    return toHex(tree.root());
  });
  const above = read({ level: 1, index: 0 });
  expect(roots).toEqual(
    [0, 5, 255].map((at) => toHex(above?.slice(at * 32, at * 32 + 32) ?? new Uint8Array())),
  );
});

test('T04 roots and proofs from tiles are those of the tree', () => {
  const sizes = fc.integer({ min: 1, max: 70_000 });
  fc.assert(
    fc.property(sizes, fc.nat(), (size, pick) => {
      const asked: TilePlace[] = [];
      const tiles = tileOf(big, size);
      const read = readNodesFromTiles((place) => {
        asked.push(place);
        return tiles(place);
      });
      expect(toHex(rootOf(read, size))).toBe(toHex(big.root(size)));
      const index = pick % size;
      const inclusion = inclusionRanges(index, size);
      expect(inclusion.map((range) => toHex(hashOfRange(read, range)))).toEqual(
        big.proveInclusion(index, size).map(toHex),
      );
      const consistency = consistencyRanges(index, size);
      expect(consistency.map((range) => toHex(hashOfRange(read, range)))).toEqual(
        big.proveConsistency(index, size).map(toHex),
      );
      const known = tilesOfRanges([{ start: 0, end: size }, ...inclusion, ...consistency]);
      expect(known).toEqual(expect.arrayContaining(asked));
    }),
    { numRuns: 40 },
  );
});

test('T04 a tile that is missing or too short is told', () => {
  const none = readNodesFromTiles(() => undefined);
  expect(() => none({ level: 0, index: 0 })).toThrow('tile 0/0 lacks hash 0');
  const short = readNodesFromTiles(() => new Uint8Array(32));
  expect(() => short({ level: 1, index: 0 })).toThrow('tile 0/0 lacks hash 1');
  expect(placeOfSubtree({ level: 9, index: 200 })).toEqual({
    tile: { level: 1, index: 1 },
    from: 144,
    count: 2,
  });
});

test('T05 bundles are read back, and cut ones are none', () => {
  const entries = fc.array(fc.uint8Array({ maxLength: 700 }), { maxLength: 20 });
  fc.assert(
    fc.property(entries, (all) => {
      const bytes = writeEntryBundle(all);
      expect(readEntryBundle(bytes)?.map(toHex)).toEqual(all.map(toHex));
      if (bytes.length > 0) expect(readEntryBundle(bytes.subarray(0, -1))?.length ?? -1).not.toBe(all.length);
    }),
  );
  expect(toHex(writeEntryBundle([toUtf8('ab'), new Uint8Array()]))).toBe('000261620000');
  expect(() => writeEntryBundle([new Uint8Array(65_536)])).toThrow(RangeError);
});
