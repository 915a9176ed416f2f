import type { CreateElectionBody, ElectionState, ElectionTransition } from '@comitium/contract';

export const electionKindNames = [
  'general',
  'presidential',
  'parliamentary',
  'local',
  'referendum',
  'internal',
] as const satisfies readonly CreateElectionBody['kind'][];

export const basisNames = ['provisional', 'verified', 'certified'] as const;

/** Where an election can go from each state. */
export const transitionsFrom: Readonly<Record<ElectionState, readonly ElectionTransition[]>> = {
  setup: ['open'],
  open: ['start-counting'],
  counting: ['close-counting'],
  provisional: ['certify'],
  certified: ['reopen'],
  reopened: ['close-counting', 'certify'],
};
