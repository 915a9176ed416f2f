import { roles } from '@comitium/contract';
import { Type } from 'typebox';
import { declareEvents, type FactsOf, member } from '../../platform/ledger/index.ts';

const { exactly, flag, id, nothing, nullable, oneOf, time } = member;

const ofPerson = <Payload extends ReturnType<typeof Type.Object>>(about: string, payload: Payload) =>
  ({ version: 1, stream: 'person:<id>', about, payload }) as const;
const ofInvitation = <Payload extends ReturnType<typeof Type.Object>>(about: string, payload: Payload) =>
  ({ version: 1, stream: 'invitation:<id>', about, payload }) as const;

const role = oneOf(roles, 'that is given');
const election = nullable(id('of the election that bounds it'));
const area = nullable(id('of the area that bounds it'));
const own = flag('only for what the person made alone');
const grant = id('of the grant');
const approval = exactly({ approval: id('of the approval') });

export const rightEvents = declareEvents({
  'grant.given': ofPerson(
    'The person holds a role from now on, or from a later time.',
    exactly({
      ...{ grant, role, election, area, own: Type.Optional(own) },
      startsAt: Type.Optional(time('from when')),
      endsAt: nullable(time('until when')),
      grantedBy: Type.Optional(nullable(id('of who gave it; null: the program'))),
      invitation: Type.Optional(nullable(id('of the invitation it came by'))),
      approvedBy: Type.Optional(nullable(id('of the second administrator'))),
    }),
  ),
  'grant.revoked': ofPerson('The person holds a role no more.', exactly({ grant, role })),
  'invitation.created': ofInvitation(
    'Somebody is to be invited to a role.',
    exactly({ role, election, area, own }),
  ),
  'invitation.sent': ofInvitation('The invitation left the house.', nothing),
  'invitation.accepted': ofInvitation('The invited person took the role.', exactly({ grant })),
  'invitation.revoked': ofInvitation('The invitation is void.', exactly({ role })),
  'approval.requested': ofInvitation('A second administrator is asked.', approval),
  'approval.approved': ofInvitation('A second administrator agreed.', approval),
  'approval.refused': ofInvitation('A second administrator refused; the invitation is void.', approval),
});

export type InvitationEventType = Extract<keyof typeof rightEvents, `${'invitation' | 'approval'}.${string}`>;

declare module '../../platform/ledger/declared-events.ts' {
  interface LedgerEvents extends FactsOf<typeof rightEvents> {}
}
