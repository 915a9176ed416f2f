import { err, ok, type Result } from '@comitium/basics';
import { createAbifReader } from './abif/read-abif.ts';
import type { BallotFileReader, KeepingPlan } from './ballot-file.ts';
import { createBltReader } from './blt/read-blt.ts';
import type { CsvPlan } from './csv/csv-plan.ts';
import { createCsvReader } from './csv/read-csv.ts';
import { type CvrPlan, createCvrReader } from './cvr/read-cvr.ts';
import { createPrefLibReader } from './preflib/read-preflib.ts';

/** The formats that ballots are read from. */
export const ballotFormats = ['blt', 'abif', 'preflib', 'csv', 'cvr'] as const;
export type BallotFormat = (typeof ballotFormats)[number];

const byEnding: Readonly<Record<string, BallotFormat>> = {
  blt: 'blt',
  abif: 'abif',
  soc: 'preflib',
  soi: 'preflib',
  toc: 'preflib',
  toi: 'preflib',
  csv: 'csv',
  tsv: 'csv',
  json: 'cvr',
};

/** The format by the ending of the file's name, else by how its text begins; null where neither tells. */
export const formatOf = (fileName: string, head: string): BallotFormat | null => {
  const ending = /\.([a-z]+)$/i.exec(fileName)?.[1]?.toLowerCase() ?? '';
  return byEnding[ending] ?? formatOfText(head);
};

const formatOfText = (head: string): BallotFormat | null => {
  const text = head.replace(/^\uFEFF/, '').trimStart();
  if (/^#\s*(FILE NAME|TITLE|DATA TYPE|NUMBER ALTERNATIVES|ALTERNATIVE NAME)\b/.test(text)) return 'preflib';
  if (/^ABIF\b/.test(text)) return 'abif';
  // Metadata of ABIF is a JSON object on one line; cast vote records say their type in theirs.
  if (/^\{\s*"/.test(text)) return /^\{.*\}\s*$/m.test(text) && !text.includes('"@type"') ? 'abif' : 'cvr';
  const [first = ''] = text.split(/\r?\n/).filter((line) => line.trim() !== '' && !line.startsWith('#'));
  if (/^\d+\s*:|^=/.test(first)) return 'abif';
  if (/^\d+\s+\d+\s*(#|$)/.test(first)) return 'blt';
  return /[,;\t]/.test(first) ? 'csv' : null;
};

/** How to read a file: CSV says nothing about its columns, so that a plan must. */
export type ReadingPlan =
  | ({ readonly format: 'blt' } & KeepingPlan)
  | { readonly format: Exclude<BallotFormat, 'blt' | 'csv' | 'cvr'> }
  | { readonly format: 'csv'; readonly csv: CsvPlan }
  | ({ readonly format: 'cvr' } & CvrPlan);

/** The same plan with the ballots kept in the order of the file, for formats in which that is the order of the ballots. */
export const keepOrder = (plan: ReadingPlan): ReadingPlan => {
  if (plan.format === 'csv') return { ...plan, csv: { ...plan.csv, inOrder: true } };
  return plan.format === 'blt' ? { ...plan, inOrder: true } : plan;
};

/** A reader for one file of that format. */
export const createBallotFileReader = (plan: ReadingPlan): BallotFileReader => {
  switch (plan.format) {
    case 'blt':
      return createBltReader(plan);
    case 'abif':
      return createAbifReader();
    case 'preflib':
      return createPrefLibReader();
    case 'csv':
      return createCsvReader(plan.csv);
    case 'cvr':
      return createCvrReader(plan);
  }
};

/** The delimiter that stands most often in the first line of a CSV text. */
export const delimiterOf = (head: string): ',' | ';' | '\t' => {
  const [first = ''] = head.split(/\r?\n/);
  const times = (delimiter: string): number => first.split(delimiter).length;
  return ([',', ';', '\t'] as const).reduce((best, one) => (times(one) > times(best) ? one : best));
};

/** The scale of scores, `0-5`, or the words for what is wrong with it. */
export const readScale = (text: string): Result<{ min: number; max: number; grades: null }, string> => {
  const match = /^(-?\d+)-(-?\d+)$/.exec(text);
  const [min, max] = [Number(match?.[1]), Number(match?.[2])];
  if (!Number.isSafeInteger(min) || !Number.isSafeInteger(max) || min >= max)
    return err('A scale is two whole numbers, the lower first, such as 0-5.');
  return ok({ min, max, grades: null });
};
