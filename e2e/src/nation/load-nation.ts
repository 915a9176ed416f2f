import type { BallotImportBody, CreateElectionBody } from '@comitium/contract';
import type { Api } from '../api/api.ts';
import { areaRows, ballots, electionBody, levels, type NationShape, registerCode } from './nation-shape.ts';

interface CountedElection {
  /** The body of the register's import. */
  readonly register: unknown;
  readonly body: CreateElectionBody;
  readonly ballots: BallotImportBody;
}

/** Brings a register and an election on it in through the API and opens the count. */
export const loadElection = async (admin: Api, election: CountedElection): Promise<void> => {
  const path = `/elections/${election.body.code}`;
  await admin.send('POST', '/registers', election.register);
  await admin.send('POST', '/elections', election.body);
  await admin.send('PUT', `${path}/ballots`, election.ballots);
  for (const transition of ['open', 'start-counting']) {
    await admin.send('POST', `${path}/transitions/${transition}`, {});
  }
};

export const loadNation = (admin: Api, shape: NationShape): Promise<void> => {
  const register = { code: registerCode, name: 'Land', levels, areas: areaRows(shape) };
  return loadElection(admin, { register, body: electionBody, ballots: ballots(shape) });
};
