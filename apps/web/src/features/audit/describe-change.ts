/** One member that differs, by its path; null where it was not there. */
export interface Change {
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
}

const flatten = (value: unknown, path: string, into: Map<string, string>): void => {
  const isPlainList = Array.isArray(value) && value.every((one) => typeof one !== 'object' || one === null);
  if (typeof value !== 'object' || value === null || isPlainList) {
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    if (path !== '' && value !== undefined) into.set(path, text ?? '');
    return;
  }
  for (const [key, inner] of Object.entries(value))
    flatten(inner, path === '' ? key : `${path}.${key}`, into);
};

const flat = (value: unknown): Map<string, string> => {
  const members = new Map<string, string>();
  flatten(value, '', members);
  return members;
};

/** What an entry changed, member by member; all of it where nothing was before. */
export const describeChange = (before: unknown, after: unknown): Change[] => {
  const [old, now] = [flat(before), flat(after)];
  return [...new Set([...now.keys(), ...old.keys()])]
    .map((path) => ({ path, before: old.get(path) ?? null, after: now.get(path) ?? null }))
    .filter((change) => change.before !== change.after);
};
