/** A file or paste may be one receipt, a list of them as the station's page saves it, or a leaf hash. */
export const splitReceipts = (text: string): readonly string[] => {
  const trimmed = text.trim();
  if (trimmed === '') return [];
  try {
    const value: unknown = JSON.parse(trimmed);
    if (Array.isArray(value)) return value.map((one) => JSON.stringify(one));
  } catch {
    // No JSON: a hash, or something the verifier refuses in words.
  }
  return [trimmed];
};
