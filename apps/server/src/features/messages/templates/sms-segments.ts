// How many segments an SMS takes (3GPP TS 23.038 and 23.040): 160 septets of the GSM alphabet or 70 UTF-16 units; of
// several segments each carries a header, so that 153 or 67 are left.

const basic =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
/** Written as an escape and a septet. */
const extended = '\f^{}\\[~]|€';

const septetsOf = (text: string): number | null => {
  let septets = 0;
  for (const sign of text) {
    if (basic.includes(sign)) septets += 1;
    else if (extended.includes(sign)) septets += 2;
    else return null;
  }
  return septets;
};

export const smsSegments = (text: string): number => {
  const septets = septetsOf(text);
  const [length, alone, joined] = septets === null ? [text.length, 70, 67] : [septets, 160, 153];
  return length <= alone ? 1 : Math.ceil(length / joined);
};

export const fitsOneSegment = (text: string): boolean => smsSegments(text) === 1;
