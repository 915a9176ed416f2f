export { createTrail } from './create-trail.ts';
export type { RefusalKind, TrailEntry } from './trail.ts';
