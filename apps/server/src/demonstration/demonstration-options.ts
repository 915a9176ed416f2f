import { err, ok, type Result } from '@comitium/basics';

export interface DemonstrationOptions {
  readonly country: 'ghana' | 'spain';
  /** Length of the simulated night. */
  readonly minutes: number;
  /** Folder with the real data, for Spain and for Ghana's boundaries. */
  readonly data: string;
  /** false loads the nation and leaves it silent. */
  readonly night: boolean;
}

export const demonstrationUsage =
  'npm start -- [--country ghana|spain] [--minutes 10] [--data ../shared/data] [--no-night]';

/** Reads the words after `start`. */
export const readDemonstrationOptions = (words: readonly string[]): Result<DemonstrationOptions, string> => {
  const options = { country: 'ghana', minutes: 10, data: '../shared/data', night: true };
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (word === '--no-night') {
      options.night = false;
      continue;
    }
    const value = words[at + 1];
    if (value === undefined || !['--country', '--minutes', '--data'].includes(word ?? '')) {
      return err(`${word} is not understood. Use: ${demonstrationUsage}`);
    }
    at += 1;
    if (word === '--country') options.country = value;
    else if (word === '--data') options.data = value;
    else options.minutes = Number(value);
  }
  if (options.country !== 'ghana' && options.country !== 'spain') {
    return err(`There is no demonstration of ${options.country}. Use: ${demonstrationUsage}`);
  }
  if (!Number.isFinite(options.minutes) || options.minutes < 0) {
    return err(`--minutes takes a number of minutes from 0. Use: ${demonstrationUsage}`);
  }
  return ok(options as DemonstrationOptions);
};
