/** Marks that turn the direction of writing until they are closed: embeddings and overrides, and isolates. */
const opening = /[\u202a\u202b\u202d\u202e]/;
const isolating = /[\u2066-\u2068]/;

/** Whether every turn of the direction ends within the text: one that does not turns what a page writes after it. */
export const isBidiClosed = (text: string): boolean => {
  const open: ('turn' | 'isolate')[] = [];
  for (const sign of text) {
    if (opening.test(sign)) open.push('turn');
    else if (isolating.test(sign)) open.push('isolate');
    else if (sign === '\u202c' && open.pop() !== 'turn') return false;
    else if (sign === '\u2069' && open.pop() !== 'isolate') return false;
  }
  return open.length === 0;
};
