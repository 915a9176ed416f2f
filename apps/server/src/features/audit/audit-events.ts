import { AuditFilter, alertKinds } from '@comitium/contract';
import { Type } from 'typebox';
import { declareEvents, type FactsOf, member } from '../../platform/ledger/index.ts';

const { exactly, id, nothing, nullable, oneOf } = member;

export const auditEvents = declareEvents({
  'alert.raised': {
    version: 1,
    stream: 'alert:<id>',
    about: 'A detection found something odd.',
    payload: exactly({
      kind: oneOf(alertKinds, 'which detection'),
      person: nullable(id('whom it is about')),
      detail: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()]), {
        description: 'numbers and words of its kind; never personal data',
      }),
    }),
  },
  'alert.acknowledged': {
    version: 1,
    stream: 'alert:<id>',
    about: 'A person closed an alert, with a reason.',
    payload: nothing,
  },
  'audit.exported': {
    version: 1,
    stream: 'audit, or election:<id>:audit',
    about: 'Somebody took entries of the audit out of the house.',
    payload: exactly({
      format: oneOf(['csv', 'json'], 'of the file'),
      filter: Type.Object(AuditFilter.properties, {
        additionalProperties: false,
        description: 'which entries were asked for, as the request named them',
      }),
    }),
  },
});

declare module '../../platform/ledger/declared-events.ts' {
  interface LedgerEvents extends FactsOf<typeof auditEvents> {}
}
