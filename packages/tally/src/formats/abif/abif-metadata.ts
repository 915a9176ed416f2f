/** The metadata that is used; other keys are passed over. */
export interface AbifMetadata {
  title?: string;
  seats?: number;
  min_score?: number;
  max_score?: number;
}

/** Ratings are what abiftool calls scores. */
const numbers: Readonly<Record<string, 'seats' | 'min_score' | 'max_score'>> = {
  seats: 'seats',
  min_score: 'min_score',
  max_score: 'max_score',
  min_rating: 'min_score',
  max_rating: 'max_score',
};

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
    const number = numbers[key];
    if (key === 'title' && typeof value === 'string') metadata.title = value;
    else if (number !== undefined) {
      if (typeof value === 'number' && Number.isSafeInteger(value)) metadata[number] = value;
      else report(`${key} is a whole number.`);
    } else if (key === 'title') report('title is text.');
  }
};

/** JSON; or one pair whose key has no quotation marks, as the grammar of 0.31 allows. */
const parse = (text: string): object | null => {
  try {
    const value: unknown = JSON.parse(text.replace(/^\{\s*([A-Za-z][A-Za-z0-9_]*)\s*:/, '{"$1":'));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
};
