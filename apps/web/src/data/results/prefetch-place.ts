import { boundariesQuery, electionQuery, registerQuery } from '../queries.ts';
import { queryClient } from '../query-client.ts';

/**
 * Fetches what the map will ask for while its code is still on the way. What fails here fails again for the page,
 * which tells it; nothing is thrown.
 */
export const prefetchPlace = async (code: string): Promise<void> => {
  const ofElection = electionQuery(code);
  await queryClient.prefetchQuery(ofElection);
  const election = queryClient.getQueryData(ofElection.queryKey);
  if (!election) return;
  const ofRegister = registerQuery(election.register);
  await queryClient.prefetchQuery(ofRegister);
  const shapes = queryClient.getQueryData(ofRegister.queryKey)?.boundaries[election.levels[1] ?? ''];
  if (shapes) await queryClient.prefetchQuery(boundariesQuery(shapes));
};
