export { createAbifReader, readAbif } from './abif/read-abif.ts';
export { writeAbif } from './abif/write-abif.ts';
export type { BallotFile, BallotFileReader, KeepingPlan, Pieces, WriteProblem } from './ballot-file.ts';
export { createBltReader, readBlt } from './blt/read-blt.ts';
export { writeBlt } from './blt/write-blt.ts';
export {
  type BallotFormat,
  ballotFormats,
  createBallotFileReader,
  delimiterOf,
  formatOf,
  keepOrder,
  type ReadingPlan,
  readScale,
} from './choose-format.ts';
export type { CsvPlan } from './csv/csv-plan.ts';
export type { CsvField } from './csv/parse-csv.ts';
export { createCsvReader, readCsv } from './csv/read-csv.ts';
export { type CsvTable, readCsvTable } from './csv/read-table.ts';
export { writeCsv, writtenWeightColumn } from './csv/write-csv.ts';
export { type CvrPlan, createCvrReader, readCvr } from './cvr/read-cvr.ts';
export { type CvrFacts, writeCvr } from './cvr/write-cvr.ts';
export type { FileProblem, FileProblemCode, Place } from './file-problem.ts';
export type { PrefLibType } from './preflib/preflib-head.ts';
export { createPrefLibReader, readPrefLib } from './preflib/read-preflib.ts';
export { type PrefLibFacts, prefLibTypeOf, writePrefLib } from './preflib/write-preflib.ts';
export type {
  AreaCount,
  ElectionResults,
  ResultArea,
  ResultChoice,
  ResultContest,
} from './results/election-results.ts';
export { writeEml510 } from './results/write-eml-510.ts';
export { writeNistResults } from './results/write-nist-results.ts';
