export { createElections, type Elections } from './create-elections.ts';
export type { ElectionBook } from './election-book.ts';
export { electionEvents } from './election-events.ts';
export type { ContestFacts, ElectionFacts, RaceFacts } from './election-facts.ts';
export { isPublic } from './is-public.ts';
export { type SeenElections, seenElections } from './seen-elections.ts';
