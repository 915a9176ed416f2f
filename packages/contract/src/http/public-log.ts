import { type Static, Type } from 'typebox';

const Opening = Type.Object({ text: Type.String(), salt: Type.String() });

/** A leaf of the public log with its proof; packages/proof says how to check it. */
export const LeafReceipt = Type.Object({
  kind: Type.Literal('comitium/receipt/1'),
  leaf: Type.String(),
  figures: Type.Optional(Opening),
  who: Type.Optional(Opening),
  proof: Type.Optional(
    Type.Object({
      index: Type.Integer(),
      size: Type.Integer(),
      hashes: Type.Array(Type.String()),
      checkpoint: Type.String(),
    }),
  ),
});
export type LeafReceipt = Static<typeof LeafReceipt>;

/** Everything the public log holds about a polling station, in the order of the log. */
export const StationReceipts = Type.Object({
  station: Type.String(),
  /** Leaves of the log at its last checkpoint. */
  size: Type.Integer(),
  signedAt: Type.String(),
  items: Type.Array(LeafReceipt),
});
export type StationReceipts = Static<typeof StationReceipts>;
