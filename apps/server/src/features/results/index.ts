export { createResults, type Results } from './create-results.ts';
