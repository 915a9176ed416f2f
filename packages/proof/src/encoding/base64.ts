// Standard base64 with padding (RFC 4648 §4), as all C2SP formats want it; strict, so that one value has one text.
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const valueOfLetter = new Map([...alphabet].map((letter, value) => [letter, value]));

export const toBase64 = (bytes: Uint8Array): string => {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b = 0, c = 0] = bytes.subarray(at, at + 3);
    const bits = (a << 16) | (b << 8) | c;
    text += letters(bits, Math.min(3, bytes.length - at) + 1);
  }
  return text;
};

const letters = (bits: number, count: number): string => {
  let text = '';
  for (let place = 0; place < 4; place++) {
    text += place < count ? alphabet.charAt((bits >> (18 - 6 * place)) & 63) : '=';
  }
  return text;
};

/** Null for anything that `toBase64` would not have written. */
export const fromBase64 = (text: string): Uint8Array | null => {
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return null;
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  const bytes = new Uint8Array((text.length / 4) * 3 - padding);
  for (let at = 0, out = 0; at < text.length; at += 4) {
    let bits = 0;
    for (let place = 0; place < 4; place++)
      bits = (bits << 6) | (valueOfLetter.get(text.charAt(at + place)) ?? 0);
    for (let shift = 16; shift >= 0 && out < bytes.length; shift -= 8) bytes[out++] = (bits >> shift) & 255;
  }
  return toBase64(bytes) === text ? bytes : null;
};
