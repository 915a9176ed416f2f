/** The kinds of attachment that are kept. What the sender or the file's name says is not asked. */
export type MediaType = 'image/jpeg' | 'image/png' | 'image/webp' | 'application/pdf';

export const extensionOf: Readonly<Record<MediaType, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
};

/** How many leading bytes decide. */
export const headLength = 16;

interface Signature {
  readonly mediaType: MediaType;
  /** Latin-1 text at an offset; all must be there. */
  readonly marks: readonly (readonly [offset: number, mark: string])[];
}

const signatures: readonly Signature[] = [
  { mediaType: 'image/jpeg', marks: [[0, '\xff\xd8\xff']] },
  {
    mediaType: 'image/png',
    marks: [
      [0, '\x89PNG\r\n\x1a\n'],
      [12, 'IHDR'],
    ],
  },
  {
    mediaType: 'image/webp',
    marks: [
      [0, 'RIFF'],
      [8, 'WEBPVP8'],
    ],
  },
  { mediaType: 'application/pdf', marks: [[0, '%PDF-']] },
];

/** By the bytes at the front, null for everything else. */
export const mediaTypeOf = (head: Buffer): MediaType | null => {
  const text = head.toString('latin1');
  const found = signatures.find(({ marks }) =>
    marks.every(([offset, mark]) => text.startsWith(mark, offset)),
  );
  return found?.mediaType ?? null;
};
