// WebSocket frames as the server sends them (RFC 6455 §5.2): final, unmasked, header and payload in one buffer.
import { constants, deflateRawSync } from 'node:zlib';

const finalText = 0x81;
const compressedBit = 0x40;

/** A protocol ping without payload: clients answer it by themselves. */
export const pingFrame = Buffer.from([0x89, 0]);

const header = (first: number, length: number): Buffer => {
  if (length < 126) return Buffer.from([first, length]);
  if (length < 65_536) {
    const short = Buffer.from([first, 126, 0, 0]);
    short.writeUInt16BE(length, 2);
    return short;
  }
  const long = Buffer.alloc(10);
  long[0] = first;
  long[1] = 127;
  long.writeUIntBE(length, 4, 6);
  return long;
};

/** One text frame; the payload is UTF-8. */
export const textFrame = (payload: Buffer): Buffer =>
  Buffer.concat([header(finalText, payload.length), payload]);

/**
 * The same for permessage-deflate (RFC 7692) without context takeover: every message stands alone, so one compressed
 * frame serves all connections that negotiated it. Undefined when compression would not make it smaller.
 */
export const deflatedFrame = (payload: Buffer): Buffer | undefined => {
  const deflated = deflateRawSync(payload, { finishFlush: constants.Z_SYNC_FLUSH });
  // §7.2.1: the four octets 00 00 ff ff that end a sync flush stay at home.
  const body = deflated.subarray(0, deflated.length - 4);
  if (body.length >= payload.length) return undefined;
  return Buffer.concat([header(finalText | compressedBit, body.length), body]);
};
