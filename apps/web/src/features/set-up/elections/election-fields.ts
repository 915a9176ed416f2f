import type { CreateElectionBody, Election, UpdateElectionBody } from '@comitium/contract';

/** The form of an election: text as typed. */
export interface ElectionFields {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly pollingDate: string;
  /** Local time of this browser, as a datetime field holds it. */
  readonly pollsCloseAt: string;
  readonly register: string;
  readonly previous: string;
  readonly basis: string;
  /** Null where nobody has said: as the register. */
  readonly simulated: boolean | null;
}

export const emptyElection: ElectionFields = {
  code: '',
  name: '',
  kind: 'general',
  pollingDate: '',
  pollsCloseAt: '',
  register: '',
  previous: '',
  basis: 'provisional',
  simulated: null,
};

const toLocal = (iso: string | null): string => {
  if (iso === null) return '';
  const at = new Date(iso);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
};

const toInstant = (local: string): string | null => (local === '' ? null : new Date(local).toISOString());

export const fieldsOfElection = (election: Election): ElectionFields => ({
  code: election.code,
  name: election.name,
  kind: election.kind,
  pollingDate: election.pollingDate,
  pollsCloseAt: toLocal(election.pollsCloseAt),
  register: election.register,
  previous: election.previous ?? '',
  basis: election.basis,
  simulated: election.simulated,
});

export const updateBodyOf = (fields: ElectionFields): UpdateElectionBody => ({
  name: fields.name.trim(),
  pollingDate: fields.pollingDate,
  pollsCloseAt: toInstant(fields.pollsCloseAt),
  previous: fields.previous === '' ? null : fields.previous,
  basis: fields.basis as NonNullable<UpdateElectionBody['basis']>,
});

export const createBodyOf = (fields: ElectionFields): CreateElectionBody => {
  const { pollsCloseAt, ...shared } = updateBodyOf(fields);
  return {
    ...(shared as Omit<Required<UpdateElectionBody>, 'pollsCloseAt' | 'settings'>),
    ...(pollsCloseAt ? { pollsCloseAt } : {}),
    code: fields.code.trim(),
    kind: fields.kind as CreateElectionBody['kind'],
    register: fields.register,
    ...(fields.simulated === null ? {} : { simulated: fields.simulated }),
  };
};
