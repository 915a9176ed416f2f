/** Cells may hold a bar, which would end the cell. */
const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

const row = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;

export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');

/** A generated page: where it comes from stands on top, so that nobody mends it by hand. */
export const page = (title: string, source: string, body: string): string =>
  `# ${title}\n\nPrinted from ${source} by \`npm run docs\`; change it there.\n\n${body}\n`;
