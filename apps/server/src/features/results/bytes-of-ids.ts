const idBytes = 16;
const idLetters = 36;
/** Where each byte's two digits begin in an id's text. */
const digitPlaces = Uint8Array.of(0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34);

const digitValues = new Uint8Array(128);
for (const [value, digit] of [...'0123456789abcdef'].entries()) digitValues[digit.charCodeAt(0)] = value;

/** The bytes of many UUIDs in lower case, one behind the other: read from one text, which is several times faster. */
export const bytesOfIds = (ids: readonly string[]): Uint8Array => {
  const text = Buffer.from(ids.join(''), 'latin1');
  const bytes = new Uint8Array(ids.length * idBytes);
  let to = 0;
  for (let from = 0; from < text.length; from += idLetters) {
    for (let at = 0; at < idBytes; at++) {
      const place = from + digitPlaces[at]!;
      bytes[to++] = (digitValues[text[place]!]! << 4) | digitValues[text[place + 1]!]!;
    }
  }
  return bytes;
};
