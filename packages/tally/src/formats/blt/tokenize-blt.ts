/** One token of a BLT line: text without its quotes, and the column of its first character, from 1. */
export interface BltToken {
  readonly text: string;
  readonly quoted: boolean;
  readonly column: number;
}

/** The tokens of a line, comments left out; null for a quotation mark that is not closed, at `column`. */
export const tokenizeBlt = (line: string): { tokens: BltToken[]; unclosed: number | null } => {
  const tokens: BltToken[] = [];
  let at = 0;
  while (at < line.length) {
    const code = line.charCodeAt(at);
    if (code === space || code === tab) {
      at++;
    } else if (code === hash) {
      break;
    } else if (code === quote) {
      const end = line.indexOf('"', at + 1);
      if (end < 0) return { tokens, unclosed: at + 1 };
      tokens.push({ text: line.slice(at + 1, end), quoted: true, column: at + 1 });
      at = end + 1;
    } else {
      let end = at + 1;
      while (end < line.length && !isBreak(line.charCodeAt(end))) end++;
      tokens.push({ text: line.slice(at, end), quoted: false, column: at + 1 });
      at = end;
    }
  }
  return { tokens, unclosed: null };
};

const space = 32;
const tab = 9;
const hash = 35;
const quote = 34;

const isBreak = (code: number): boolean => code === space || code === tab || code === hash || code === quote;
