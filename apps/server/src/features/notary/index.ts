export { createNotary, type Notary } from './create-notary.ts';
