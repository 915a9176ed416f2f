import { Type } from 'typebox';
import { declareEvents, type FactsOf, member, type PayloadOf } from '../../platform/ledger/index.ts';

const { count, exactly, flag, id, nullable, oneOf, text } = member;

const statuses = [
  'submitted',
  'held',
  'accepted',
  'verified',
  'certified',
  'rejected',
  'superseded',
] as const;

const revision = (description: string) =>
  Type.Object(
    {
      status: oneOf(statuses, 'of the sheet'),
      figures: exactly({
        votes: Type.Array(Type.Integer({ minimum: 0 }), { description: 'in ballot order', unit: 'votes' }),
        rejected: count('invalid ballots', 'ballots'),
        cast: count('ballots in the box', 'ballots'),
        registered: count('on the roll of the station', 'persons'),
      }),
    },
    { additionalProperties: false, description },
  );

/** Where, and the counted truth before and after. It names no person. */
const sheet = (about: string) =>
  ({
    version: 1,
    stream: 'sheet:<id>',
    about,
    payload: exactly({
      electionId: id('of the election'),
      raceId: id('of the race'),
      contestId: id('of the contest'),
      stationId: id('of the polling station, an area of the register'),
      sheetId: id('of the sheet'),
      revision: count('of the sheet, from 1; grows where figures change', 'number'),
      flagged: flag('whether a check found something'),
      reason: nullable(text('in the words of who decided')),
      before: nullable(revision('what counted until now; null for a new sheet')),
      after: revision('what counts from now on'),
    }),
  }) as const;

const call = (about: string) =>
  ({
    version: 1,
    stream: 'election:<id>:calls',
    about,
    payload: exactly({
      electionId: id('of the election'),
      raceId: id('of the race'),
      areaId: id('of the area'),
      choice: text('code of the choice that is called'),
      reason: text('in the words of who called'),
    }),
  }) as const;

export const resultEvents = declareEvents({
  'sheet.submitted': sheet('A new sheet was taken in.'),
  'sheet.corrected': sheet('The figures of a sheet were replaced.'),
  'sheet.verified': sheet('A reviewer compared the sheet with its photo.'),
  'sheet.released': sheet('A held sheet counts from now on.'),
  'sheet.rejected': sheet('A sheet does not count any more.'),
  'sheet.certified': sheet('The area of the sheet was certified.'),
  'sheet.uncertified': sheet('The certification of the area was taken back, by decision.'),
  'area.called': call('A person declared who has won an area.'),
  'area.call_withdrawn': call('A call was taken back.'),
  'conflict.recorded': {
    version: 1,
    stream: 'conflicts:<election>',
    about: 'A sheet was refused because its station had reported already; it is kept for the desk.',
    payload: exactly({
      conflictId: id('of the conflict'),
      sheetId: id('of the sheet that stands'),
      sameFigures: flag('whether both say the same'),
    }),
  },
  'conflict.settled': {
    version: 1,
    stream: 'conflicts:<election>',
    about: 'A person closed a conflict.',
    payload: exactly({
      conflictId: id('of the conflict'),
      sheetId: id('of the sheet that stands'),
      reason: text('in the words of who decided'),
    }),
  },
});

declare module '../../platform/ledger/declared-events.ts' {
  interface LedgerEvents extends FactsOf<typeof resultEvents> {}
}

/** What every `sheet.*` event says. */
export type SheetEventPayload = PayloadOf<'sheet.submitted'>;
export type SheetEventType = Extract<keyof typeof resultEvents, `sheet.${string}`>;
