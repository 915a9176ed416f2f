// UUIDv7 (RFC 9562 §5.7): 48 bits of milliseconds, then randomness, so that new keys land at the end of an index.

// The Web Crypto of browsers and Node alike; this package is typed for neither.
const { crypto } = globalThis as unknown as { crypto: { getRandomValues(bytes: Uint8Array): void } };

const hex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
const variants = ['8', '9', 'a', 'b'];
const pool = new Uint8Array(10 * 256);
/** Twenty digits for each UUID: many are asked for at once, and written as digits at once. */
const digitsOfOne = 20;
let digits = '';
let used = 0;

/** Where the random digits of the next one begin. */
const nextRandom = (): number => {
  if (used === digits.length) {
    crypto.getRandomValues(pool);
    digits = Array.from(pool, (byte) => hex[byte]).join('');
    used = 0;
  }
  used += digitsOfOne;
  return used - digitsOfOne;
};

/** A new UUIDv7 for the given time, in milliseconds since 1970. */
export const uuidv7 = (timeMs: number): string => {
  const at = nextRandom();
  const time = Math.floor(timeMs).toString(16).padStart(12, '0');
  const variant = variants[Number.parseInt(digits.charAt(at + 4), 16) & 3] ?? '8';
  const random = `7${digits.slice(at + 1, at + 4)}-${variant}${digits.slice(at + 5, at + 8)}-${digits.slice(at + 8, at + 20)}`;
  return `${time.slice(0, 8)}-${time.slice(8)}-${random}`;
};

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export const isUuid = (text: string): boolean => uuidPattern.test(text);
