/** The first address in a message, which stands on a line of its own or at the end of an SMS; null without one. */
export const findLink = (text: string): string | null => /https?:\/\/[^\s<>"]+/.exec(text)?.[0] ?? null;
