export { createResults, type Results, type ResultsDependencies } from './create-results.ts';
export type { RecountDifference, RecountReport } from './recount.ts';
