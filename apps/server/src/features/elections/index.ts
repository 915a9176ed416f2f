export type { ElectionChange } from './change-election.ts';
export { createElections, type Elections, type ElectionsDependencies } from './create-elections.ts';
export type { ElectionBook } from './election-book.ts';
export type {
  ChoiceFacts,
  Column,
  ContestFacts,
  ElectionFacts,
  PartyFacts,
  RaceFacts,
} from './election-facts.ts';
export type { ElectionPorts, LiveSheet } from './election-ports.ts';
export { maySeeElection } from './elections-tools.ts';
export type { ElectionMove } from './move-election.ts';
