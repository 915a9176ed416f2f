// Timestamped signatures of C2SP tlog-cosignature, by witnesses and by the log itself.
import { joinBytes } from '../encoding/bytes.ts';
import { toUtf8 } from '../encoding/utf8.ts';

/** What is signed: that the checkpoint was the log's at that time, in seconds since 1970. */
export const cosignedMessage = (checkpointText: string, timestamp: number): Uint8Array =>
  toUtf8(`cosignature/v1\ntime ${timestamp}\n${checkpointText}`);

/** The time as eight bytes, the largest first, then the 64 bytes of Ed25519. */
export const writeTimestampedSignature = (timestamp: number, signature: Uint8Array): Uint8Array => {
  const time = new Uint8Array(8);
  let rest = timestamp;
  for (let at = 7; at >= 0; at--) {
    time[at] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  return joinBytes(time, signature);
};

/** Null where the length or the time is impossible. */
export const readTimestampedSignature = (
  bytes: Uint8Array,
): { readonly timestamp: number; readonly signature: Uint8Array } | null => {
  if (bytes.length !== 72) return null;
  const timestamp = bytes.subarray(0, 8).reduce((sum, byte) => sum * 256 + byte, 0);
  return Number.isSafeInteger(timestamp) ? { timestamp, signature: bytes.slice(8) } : null;
};
