import { Type } from 'typebox';
import { declareEvents, type FactsOf, member } from '../../platform/ledger/index.ts';

const { count, exactly, flag, text } = member;

export const territoryEvents = declareEvents({
  'register.imported': {
    version: 1,
    stream: 'register:<id>',
    about: 'An edition of the tree of areas was written, as a whole.',
    payload: exactly({
      code: text('code of the edition'),
      name: text('as pages show it'),
      levels: Type.Array(Type.String(), {
        description: 'names of the levels, from the whole to the station',
      }),
      simulated: flag('whether its figures are made up'),
      areas: count('areas of all levels', 'areas'),
      stations: count('areas of the last level', 'stations'),
      registered: count('voters in all stations', 'persons'),
    }),
  },
  'register.deleted': {
    version: 1,
    stream: 'register:<id>',
    about: 'An edition that nothing uses was put away; its code is free.',
    payload: exactly({ code: text('code of the edition') }),
  },
  'boundaries.imported': {
    version: 1,
    stream: 'register:<id>',
    about: 'The shapes of one level were written, in place of those before.',
    payload: exactly({
      level: count('0 is the whole', 'level'),
      hash: text('of the simplified shapes: SHA-256, the first 16 hexadecimal digits'),
      shapes: count('shapes that belong to an area', 'shapes'),
      bytes: count('of the simplified shapes, compressed by gzip', 'bytes'),
    }),
  },
});

declare module '../../platform/ledger/declared-events.ts' {
  interface LedgerEvents extends FactsOf<typeof territoryEvents> {}
}
