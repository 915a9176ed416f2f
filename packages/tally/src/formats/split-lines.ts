/** Cuts text that arrives in pieces into lines; ends of line are LF or CR LF, a byte order mark at the start is dropped. */
export interface LineSplitter {
  readonly push: (text: string) => void;
  /** Gives the last line, if it had no end, and answers how many lines there were. */
  readonly end: () => number;
}

export const splitLines = (onLine: (text: string, line: number) => void): LineSplitter => {
  let rest = '';
  let lines = 0;
  const give = (text: string): void => {
    lines++;
    const bare = lines === 1 && text.startsWith('\uFEFF') ? text.slice(1) : text;
    onLine(bare.endsWith('\r') ? bare.slice(0, -1) : bare, lines);
  };
  return {
    push(text) {
      let start = 0;
      for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
        give(rest + text.slice(start, end));
        rest = '';
        start = end + 1;
      }
      rest += text.slice(start);
    },
    end() {
      if (rest !== '') give(rest);
      rest = '';
      return lines;
    },
  };
};
