import type { NationElection, NationRegister } from '@comitium/demo';
import type { ApiClient } from './api-client.ts';

export const loadRegister = (admin: ApiClient, register: NationRegister): Promise<void> =>
  admin.send('POST', '/registers', register);

/** Creates an election, puts its ballots in and opens the count, all through the API. */
export const openElection = async (
  admin: ApiClient,
  { body, ballots }: Pick<NationElection, 'body' | 'ballots'>,
): Promise<void> => {
  const path = `/elections/${body.code}`;
  await admin.send('POST', '/elections', body);
  await admin.send('PUT', `${path}/ballots`, ballots);
  await admin.send('POST', `${path}/transitions/open`, {});
  await admin.send('POST', `${path}/transitions/start-counting`, {});
};
