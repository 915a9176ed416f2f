import type { CreateElectionBody, Election, ElectionSettings, UpdateElectionBody } from '@comitium/contract';

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
  readonly simulated: boolean;
  readonly rejectedShareMax: string;
  readonly authorMayCorrectMinutes: string;
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
  simulated: false,
  rejectedShareMax: '',
  authorMayCorrectMinutes: '',
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
  rejectedShareMax: toPercent(election.settings.rejectedShareMax),
  authorMayCorrectMinutes: String(election.settings.authorMayCorrectMinutes ?? ''),
});

const toPercent = (share: number | undefined): string =>
  share === undefined ? '' : String(Math.round(share * 10_000) / 100);

/** Settings without a form here stay as they are. */
const settingsOf = (fields: ElectionFields, kept: ElectionSettings): ElectionSettings => {
  const { rejectedShareMax: _, authorMayCorrectMinutes: __, ...others } = kept;
  return {
    ...others,
    ...(fields.rejectedShareMax === '' ? {} : { rejectedShareMax: Number(fields.rejectedShareMax) / 100 }),
    ...(fields.authorMayCorrectMinutes === ''
      ? {}
      : { authorMayCorrectMinutes: Number(fields.authorMayCorrectMinutes) }),
  };
};

export const updateBodyOf = (fields: ElectionFields, kept: ElectionSettings): UpdateElectionBody => ({
  name: fields.name.trim(),
  pollingDate: fields.pollingDate,
  pollsCloseAt: toInstant(fields.pollsCloseAt),
  previous: fields.previous === '' ? null : fields.previous,
  basis: fields.basis as NonNullable<UpdateElectionBody['basis']>,
  settings: settingsOf(fields, kept),
});

export const createBodyOf = (fields: ElectionFields): CreateElectionBody => {
  const { pollsCloseAt, ...shared } = updateBodyOf(fields, {});
  return {
    ...(shared as Omit<Required<UpdateElectionBody>, 'pollsCloseAt'>),
    ...(pollsCloseAt ? { pollsCloseAt } : {}),
    code: fields.code.trim(),
    kind: fields.kind as CreateElectionBody['kind'],
    register: fields.register,
    simulated: fields.simulated,
  };
};
