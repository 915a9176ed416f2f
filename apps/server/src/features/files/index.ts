export { createFiles } from './create-files.ts';
export { fileEvents } from './file-events.ts';
