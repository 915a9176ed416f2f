import type { ElectionFacts } from '../elections/index.ts';

/** An election in preparation is nobody's but its administrators'. */
export const isPublic = (election: ElectionFacts): boolean => election.state !== 'setup';
