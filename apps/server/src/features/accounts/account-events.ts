import { Type } from 'typebox';
import { declareEvents, type FactsOf, member } from '../../platform/ledger/index.ts';
import { signInMethods } from './sessions/sign-in-method.ts';

const { exactly, flag, id, nothing, oneOf } = member;

/** On the person's stream, version 1: ids only, never a name, a number or an address. */
const event = <Payload extends ReturnType<typeof Type.Object>>(about: string, payload: Payload) =>
  ({ version: 1, stream: 'person:<id>', about, payload }) as const;

const session = id('of the session');
const kind = oneOf(['totp', 'passkey', 'recovery_code'], 'what was shown');
const factor = exactly({ kind: oneOf(['totp', 'passkey'], 'of the second factor') });
const change = exactly({ change: id('of the change'), kind: oneOf(['phone', 'email'], 'what changes') });

export const accountEvents = declareEvents({
  'person.created': event('An account was made for somebody.', nothing),
  'person.joined': event(
    'Somebody made an account.',
    exactly({ by: oneOf(['email', 'phone'], 'where the link or the code was sent') }),
  ),
  'person.edited': event(
    'The person changed the profile.',
    exactly({ fields: Type.Array(Type.String(), { description: 'names of what changed, not the values' }) }),
  ),
  'person.disabled': event('An account was closed by an administrator.', nothing),
  'person.erased': event('An account was deleted by its owner; what named him is gone.', nothing),
  'password.changed': event(
    'A new password; all other sessions end.',
    exactly({ by: Type.Optional(oneOf(['link'], 'by the link in a letter; missing: with the old one')) }),
  ),
  'identity.change-started': event('Somebody wants to be reached elsewhere.', change),
  'identity.changed': event('Somebody is reached elsewhere from now on.', change),
  'identity.change-cancelled': event(
    'A change was refused by the old side, or taken back by its owner.',
    exactly({
      change: Type.Optional(id('of the one change that was refused')),
      kind: Type.Optional(oneOf(['phone', 'email'], 'what was to change')),
      changes: Type.Optional(
        Type.Array(Type.String(), { description: 'all that were taken back', unit: 'UUID' }),
      ),
    }),
  ),
  'session.started': event(
    'Somebody signed in.',
    exactly({
      session,
      method: oneOf(signInMethods, 'what was shown first'),
      secondFactor: flag('whether a second factor was shown'),
      newDevice: flag('whether the device was new to the account'),
    }),
  ),
  'session.stepped-up': event('A second factor was shown again.', exactly({ session, kind })),
  'session.ended': event('A session is over.', exactly({ session })),
  'factor.added': event('A second factor was set up.', factor),
  'factor.removed': event('A second factor was taken away by its owner.', factor),
  'factors.reset': event('An administrator took away all second factors.', nothing),
  'recovery-code.used': event('A recovery code stood in for the second factor.', nothing),
  'recovery-codes.renewed': event('New recovery codes; the old ones are void.', nothing),
});

/** All on a person's stream. */
export type PersonEventType = keyof typeof accountEvents | 'grant.given' | 'grant.revoked';

declare module '../../platform/ledger/declared-events.ts' {
  interface LedgerEvents extends FactsOf<typeof accountEvents> {}
}
