/** Of a body's member that may be missing or null. */
export const timeOf = (text: string | null | undefined): Date | null =>
  text == null ? null : new Date(text);
