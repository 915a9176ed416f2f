import { Type } from 'typebox';
import { declareEvents, type FactsOf, member } from '../../platform/ledger/index.ts';

const { count, exactly, nullable, text } = member;

const channel = text('sms, email or push');
const template = text('name of the text; the text itself and the address stay out of the ledger');
const failure = nullable(text('why it could not be delivered, as the gateway or the program said it'));
const attempts = count('deliveries tried', 'attempts');

export const messageEvents = declareEvents({
  'message.failed': {
    version: 1,
    stream: 'message:<id>',
    about: 'A message could not be delivered and waits for a decision.',
    payload: exactly({ channel, template, attempts, reason: failure }),
  },
  'message.retried': {
    version: 1,
    stream: 'message:<id>',
    about: 'A person sent a dead letter again.',
    payload: exactly({ channel, template, attempts, failure }),
  },
  'message.discarded': {
    version: 1,
    stream: 'message:<id>',
    about: 'A dead letter was given up, by a person or because nobody decided in time.',
    payload: exactly({ channel, template, attempts: Type.Optional(attempts), failure }),
  },
});

declare module '../../platform/ledger/declared-events.ts' {
  interface LedgerEvents extends FactsOf<typeof messageEvents> {}
}
