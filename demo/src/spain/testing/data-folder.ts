import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { unwrap } from '@comitium/basics';
import { test } from 'vitest';
import { defaultDataFolder, type SpainYear } from '../data-files.ts';
import { readSpain, type SpainElection } from '../read-spain.ts';

/** The data folder as seen from the project's root, where tests run. */
export const dataFolder = defaultDataFolder;

const present = existsSync(join(dataFolder, 'spain'));

/** Some seconds of work on an idle machine; a busy one may take long. */
const patienceMs = 60_000;

/** A test on the real files; where they are absent it is skipped and its name says why. */
export const dataTest = (name: string, run: () => Promise<void> | void): void =>
  test.skipIf(!present)(present ? name : `${name} (skipped: ${dataFolder}/spain is absent)`, run, patienceMs);

const read = new Map<SpainYear, Promise<SpainElection>>();

/** Each year is read once for each test file. */
export const spainOf = (year: SpainYear): Promise<SpainElection> => {
  const known = read.get(year) ?? readSpain(dataFolder, year).then(unwrap);
  read.set(year, known);
  return known;
};
