/** Each browser has its own words for a script that could not be fetched. */
const missingScript = /dynamically imported module|importing a module script failed|unable to preload/i;

export const isMissingScript = (error: unknown): boolean =>
  error instanceof Error && missingScript.test(error.message);
