export { listArrivedSheets } from './arrived-sheets.ts';
export { createResults, type Results } from './create-results.ts';
export {
  type LoggedSheet,
  listCountedSheets,
  listRevisionsOfStation,
  type StationRevision,
} from './logged-sheets.ts';
export { mayReadStation } from './reading-right.ts';
export { resultEvents, type SheetEventPayload } from './result-events.ts';
export { sheetStream } from './sheet-event.ts';
export { takesSheets } from './takes-sheets.ts';
