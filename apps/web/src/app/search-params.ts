export type SearchParams = Readonly<Record<string, string | undefined>>;

/** Addresses people can read and share: `?race=pres&area=04`, every value a plain string, never JSON. */
export const parseSearch = (text: string): SearchParams => Object.fromEntries(new URLSearchParams(text));

export const stringifySearch = (search: Record<string, unknown>): string => {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    if (typeof value === 'string' && value !== '') params.set(name, value);
  }
  const text = params.toString();
  return text ? `?${text}` : '';
};
