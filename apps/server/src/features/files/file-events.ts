import { declareEvents, type FactsOf, member } from '../../platform/ledger/index.ts';

export const fileEvents = declareEvents({
  'file.stored': {
    version: 1,
    stream: 'file:<id>',
    about: 'An attachment was received and stored.',
    payload: member.exactly({
      sha256: member.text('of the content, 64 hexadecimal digits'),
      mediaType: member.text('judged by the content'),
      size: member.count('of the content', 'bytes'),
    }),
  },
});

declare module '../../platform/ledger/declared-events.ts' {
  interface LedgerEvents extends FactsOf<typeof fileEvents> {}
}
