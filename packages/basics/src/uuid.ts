// UUIDv7 (RFC 9562 §5.7): 48 bits of milliseconds, then randomness, so that new keys land at the end of an index.

// The Web Crypto of browsers and Node alike; this package is typed for neither.
const { crypto } = globalThis as unknown as { crypto: { getRandomValues(bytes: Uint8Array): void } };

const hex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
const pool = new Uint8Array(10 * 256);
let used = pool.length;

const randomBytes = (): number => {
  if (used === pool.length) {
    crypto.getRandomValues(pool);
    used = 0;
  }
  used += 10;
  return used - 10;
};

/** A new UUIDv7 for the given time, in milliseconds since 1970. */
export const uuidv7 = (timeMs: number): string => {
  const at = randomBytes();
  const byte = (offset: number): string => hex[pool[at + offset] ?? 0] ?? '00';
  const time = Math.floor(timeMs).toString(16).padStart(12, '0');
  const version = hex[((pool[at] ?? 0) & 0x0f) | 0x70] ?? '70';
  const variant = hex[((pool[at + 2] ?? 0) & 0x3f) | 0x80] ?? '80';
  const head = `${time.slice(0, 8)}-${time.slice(8)}-${version}${byte(1)}-${variant}${byte(3)}`;
  return `${head}-${byte(4)}${byte(5)}${byte(6)}${byte(7)}${byte(8)}${byte(9)}`;
};

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export const isUuid = (text: string): boolean => uuidPattern.test(text);
