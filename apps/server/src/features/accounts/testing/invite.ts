import type { UserId } from '@comitium/basics';
import type { Invitation } from '@comitium/contract';
import type { TestBed } from './create-test-bed.ts';
import { addPerson, signInAs } from './test-people.ts';

/** A person whose e-mail address is confirmed, as an invitation asks for it. */
export const addVerified = async (
  bed: TestBed,
  email: string,
  ...grants: Parameters<typeof addPerson>[2][]
): Promise<UserId> => {
  const id = await addPerson(bed, email, ...grants);
  await bed.platform.db.kysely
    .updateTable('identity')
    .set({ verified_at: bed.time.now })
    .where('person_id', '=', id)
    .execute();
  return id;
};

/** A request of somebody who is signed in. */
export const askAs = async (bed: TestBed, email: string, path: string, payload?: object) => {
  const { headers } = await signInAs(bed, email);
  const url = `/api/v1${path}`;
  return payload === undefined
    ? bed.server.inject({ url, headers })
    : bed.server.inject({ method: 'POST', url, headers, payload });
};

export const invite = async (bed: TestBed, as: string, body: object): Promise<Invitation> => {
  const answer = await askAs(bed, as, '/invitations', { reason: 'for the night', ...body });
  if (answer.statusCode !== 201) throw new Error(answer.body);
  return answer.json<Invitation>();
};
