/** What the list is narrowed to; it stands in the page's address. */
export const filterNames = ['person', 'thing', 'action', 'kind', 'election', 'from', 'to'] as const;

export type EntryFilter = Partial<Record<(typeof filterNames)[number], string>>;

/** Only what the server knows, and only what says something. Times of the form are local, those asked for are not. */
export const readFilter = (search: Readonly<Record<string, unknown>>): EntryFilter =>
  Object.fromEntries(
    filterNames.flatMap((name) => {
      const value = search[name];
      return typeof value === 'string' && value.trim() !== '' ? [[name, value.trim()]] : [];
    }),
  );

/** `2026-11-20T14:05` of a field → an instant; nothing for what is no time. */
export const instantOf = (local: string): string => {
  const at = new Date(local);
  return Number.isNaN(at.getTime()) ? '' : at.toISOString();
};

/** An instant → what the field shows, in the reader's time. */
export const localOf = (instant: string): string => {
  const at = new Date(instant);
  if (Number.isNaN(at.getTime())) return '';
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
};
