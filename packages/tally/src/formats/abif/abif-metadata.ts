/** The metadata that is used; other keys are passed over. */
export interface AbifMetadata {
  title?: string;
  seats?: number;
  min_score?: number;
  max_score?: number;
}

/** Adds one line of JSON to the metadata; a line may end with a comment. */
export const readMetadata = (
  metadata: AbifMetadata,
  text: string,
  report: (message: string) => void,
): void => {
  const end = text.lastIndexOf('}');
  const values = parse(text.slice(0, end + 1));
  if (values === null || !/^\s*(#.*)?$/.test(text.slice(end + 1))) {
    report('Metadata is one JSON object on its line.');
    return;
  }
  for (const [key, value] of Object.entries(values)) {
    if (key === 'title' && typeof value === 'string') metadata.title = value;
    else if (key === 'seats' || key === 'min_score' || key === 'max_score') {
      if (typeof value === 'number' && Number.isSafeInteger(value)) metadata[key] = value;
      else report(`${key} is a whole number.`);
    } else if (key === 'title') report('title is text.');
  }
};

const parse = (text: string): object | null => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
};
