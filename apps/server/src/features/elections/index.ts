export { createElectionBook, type ElectionBook } from './election-book.ts';
export type {
  ChoiceFacts,
  Column,
  ContestFacts,
  ElectionFacts,
  PartyFacts,
  RaceFacts,
} from './election-facts.ts';
