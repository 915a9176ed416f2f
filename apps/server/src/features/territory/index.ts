export { createTerritory, type Territory } from './create-territory.ts';
export { errorsOfForm, type FormCheck } from './errors-of-form.ts';
export { joinErrors } from './join-errors.ts';
export { pageOf } from './page-of.ts';
export { bodyKind, readBody, readJsonBody } from './read-body.ts';
export { type CsvRow, readCsv } from './read-csv.ts';
export type { RegisterBook } from './register-book.ts';
export { type AreaTuple, createRegisterIndex, type RegisterIndex } from './register-index.ts';
export { fold } from './search-areas.ts';
