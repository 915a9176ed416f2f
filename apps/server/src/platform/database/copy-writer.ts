import type { CopyRows } from './copy-rows.ts';

const signature = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1');
const noMore = -1;
const absent = -1;
const lengthBytes = 4;

const uuidBytes = 16;
/** What stands at each place of a UUID's text: the first digit of each byte. */
const uuidDigits = [0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34];
const uuidLength = 36;
const notHex = 0xff;
/** Of a character code its value as a hexadecimal digit. */
const digitOf = new Uint8Array(128).fill(notHex);
for (const [value, digit] of [...'0123456789abcdef'].entries()) {
  digitOf[digit.charCodeAt(0)] = value;
  digitOf[digit.toUpperCase().charCodeAt(0)] = value;
}

/** Type numbers of elements, which PostgreSQL never changes (pg_type.dat). */
const elementType = { int4: 23, uuid: 2950 } as const;
const jsonbVersion = 1;
/** PostgreSQL counts time from here. */
const epochMs = Date.UTC(2000, 0, 1);
const wordValues = 2 ** 32;
const smallest = { smallint: -(2 ** 15), integer: -(2 ** 31) } as const;

/** A whole number of a type whose smallest is `least`. */
const within = (value: number, least: number): number => {
  if (Number.isInteger(value) && value >= least && value < -least) return value;
  throw new RangeError(`${value} is no whole number of the type`);
};

const viewOf = ({ buffer, byteOffset, length }: Buffer): DataView => new DataView(buffer, byteOffset, length);

/** Up to here signs are sooner written one by one than by a call out of the language. */
const longestByHand = 48;
const firstBeyondAscii = 0x80;

/**
 * Writes rows for a COPY in binary: `row`, then as many fields in the order of the columns, each by the method of its
 * column's type. Throws TypeError or RangeError for what the type cannot hold.
 */
export class CopyWriter {
  #bytes: Buffer;
  #view: DataView;
  #at: number;

  /** `size` in bytes is a guess; it grows. */
  constructor(size: number) {
    this.#bytes = Buffer.allocUnsafeSlow(Math.max(size, 1024));
    this.#view = viewOf(this.#bytes);
    this.#at = signature.copy(this.#bytes);
  }

  row(fields: number): void {
    this.#reserve(2);
    this.#view.setInt16(this.#at, fields);
    this.#at += 2;
  }

  absent(): void {
    this.#length(absent, 0);
  }

  boolean(value: boolean): void {
    this.#length(1, 1);
    this.#bytes[this.#at] = value ? 1 : 0;
    this.#at += 1;
  }

  smallint(value: number): void {
    this.#length(2, 2);
    this.#view.setInt16(this.#at, within(value, smallest.smallint));
    this.#at += 2;
  }

  integer(value: number): void {
    this.#length(4, 4);
    this.#integer(within(value, smallest.integer));
  }

  bigint(value: number): void {
    if (!Number.isSafeInteger(value)) throw new RangeError(`${value} is no whole number that is told apart`);
    this.#length(8, 8);
    this.#bigint(value);
  }

  uuid(text: string | null): void {
    if (text === null) this.absent();
    else {
      this.#length(uuidBytes, uuidBytes);
      this.#uuid(text);
    }
  }

  text(text: string | null): void {
    if (text === null) this.absent();
    else {
      this.#reserve(lengthBytes + text.length * 3);
      const length = this.#put(text, this.#at + lengthBytes);
      this.#view.setInt32(this.#at, length);
      this.#at += lengthBytes + length;
    }
  }

  json(value: object): void {
    this.text(JSON.stringify(value));
  }

  jsonb(value: object): void {
    const text = JSON.stringify(value);
    this.#reserve(lengthBytes + 1 + text.length * 3);
    const start = this.#at + lengthBytes;
    this.#bytes[start] = jsonbVersion;
    const length = 1 + this.#put(text, start + 1);
    this.#view.setInt32(this.#at, length);
    this.#at = start + length;
  }

  /** `hex` are digits, two a byte. */
  bytea(hex: string): void {
    const length = hex.length / 2;
    this.#length(length, length);
    const written = this.#bytes.write(hex, this.#at, 'hex');
    if (written !== length) throw new TypeError('a byte has two hexadecimal digits');
    this.#at += length;
  }

  timestamptz(date: Date | null): void {
    if (date === null) this.absent();
    else {
      const sinceMs = date.getTime() - epochMs;
      const micros = sinceMs * 1000;
      this.#length(8, 8);
      if (Number.isSafeInteger(micros)) this.#bigint(micros);
      // From the year 2285 on; of no date at all, BigInt throws a RangeError.
      else {
        this.#view.setBigInt64(this.#at, BigInt(sinceMs) * 1000n);
        this.#at += 8;
      }
    }
  }

  integers(values: readonly number[]): void {
    this.#array(elementType.int4, values.length, 4);
    for (let at = 0; at < values.length; at++) {
      this.#view.setInt32(this.#at, 4);
      this.#view.setInt32(this.#at + lengthBytes, within(values[at] ?? 0, smallest.integer));
      this.#at += lengthBytes + 4;
    }
  }

  uuids(texts: readonly string[]): void {
    this.#array(elementType.uuid, texts.length, uuidBytes);
    for (const text of texts) {
      this.#view.setInt32(this.#at, uuidBytes);
      this.#at += lengthBytes;
      this.#uuid(text);
    }
  }

  /** To be written to no more. */
  rows(into: string): CopyRows {
    this.#reserve(2);
    this.#view.setInt16(this.#at, noMore);
    return { into, bytes: this.#bytes.subarray(0, this.#at + 2) };
  }

  /** Where the next byte goes, for `repeat`. */
  get place(): number {
    return this.#at;
  }

  /** Writes once more what another writer wrote between two of its places. */
  repeat(from: CopyWriter, start: number, end: number): void {
    this.#reserve(end - start);
    this.#at += from.#bytes.copy(this.#bytes, this.#at, start, end);
  }

  #reserve(bytes: number): void {
    if (this.#at + bytes <= this.#bytes.length) return;
    const wider = Buffer.allocUnsafeSlow(Math.max(this.#bytes.length * 2, this.#at + bytes));
    this.#bytes.copy(wider, 0, 0, this.#at);
    this.#bytes = wider;
    this.#view = viewOf(wider);
  }

  /** The length of a field, and room for it. */
  #length(length: number, room: number): void {
    this.#reserve(lengthBytes + room);
    this.#view.setInt32(this.#at, length);
    this.#at += lengthBytes;
  }

  #integer(value: number): void {
    this.#view.setInt32(this.#at, value);
    this.#at += 4;
  }

  #bigint(value: number): void {
    const high = Math.floor(value / wordValues);
    this.#view.setInt32(this.#at, high);
    this.#view.setUint32(this.#at + 4, value - high * wordValues);
    this.#at += 8;
  }

  #uuid(text: string): void {
    if (text.length !== uuidLength) throw new TypeError(`${text} is no UUID`);
    let sound = true;
    for (let byte = 0; byte < uuidBytes; byte++) {
      const at = uuidDigits[byte] ?? 0;
      const high = digitOf[text.charCodeAt(at)] ?? notHex;
      const low = digitOf[text.charCodeAt(at + 1)] ?? notHex;
      if ((high | low) === notHex) sound = false;
      this.#bytes[this.#at + byte] = (high << 4) | low;
    }
    if (!sound) throw new TypeError(`${text} is no UUID`);
    this.#at += uuidBytes;
  }

  /** Puts text where there is room for it; answers its bytes. */
  #put(text: string, start: number): number {
    if (text.length <= longestByHand) {
      let at = 0;
      for (; at < text.length; at++) {
        const code = text.charCodeAt(at);
        if (code >= firstBeyondAscii) break;
        this.#bytes[start + at] = code;
      }
      if (at === text.length) return at;
    }
    return this.#bytes.write(text, start, 'utf8');
  }

  /** The head of an array of one dimension without absent elements, and room for its elements. */
  #array(type: number, count: number, elementBytes: number): void {
    const dimensions = count === 0 ? 0 : 1;
    const size = 12 + dimensions * 8 + count * (lengthBytes + elementBytes);
    this.#length(size, size);
    this.#integer(dimensions);
    this.#integer(0);
    this.#integer(type);
    if (dimensions === 0) return;
    this.#integer(count);
    this.#integer(1);
  }
}
