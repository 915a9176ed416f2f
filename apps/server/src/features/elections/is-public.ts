import type { ElectionFacts } from './election-facts.ts';

/** An election in preparation is nobody's but its administrators'. */
export const isPublic = (election: ElectionFacts): boolean => election.state !== 'setup';
