/** The width of a sheet without its margins and the names, in px of CSS. */
const room = 540;

/** How many columns of such cells stand beside each other on paper, in the small letters that tables have there. Headings may wrap. */
export const columnsOnPaper = (cells: readonly string[]): number => {
  const longest = cells.reduce((most, { length }) => Math.max(most, length), 8);
  return Math.max(1, Math.floor(room / (longest * 6.5 + 12)));
};
