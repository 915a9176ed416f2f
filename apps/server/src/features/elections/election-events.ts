import { ElectionSettings, PartyBody, RaceBody, UpdateElectionBody } from '@comitium/contract';
import { Type } from 'typebox';
import { declareEvents, type FactsOf, member } from '../../platform/ledger/index.ts';

const { count, exactly, flag, id, nullable, text } = member;
const { Optional } = Type;

/** All on the election's stream, version 1. */
const event = <Payload extends ReturnType<typeof Type.Object>>(about: string, payload: Payload) =>
  ({ version: 1, stream: 'election:<id>', about, payload }) as const;

const code = text('code within the election');
const name = text('as pages show it');
const color = text('#rrggbb');
const reference = text('code of the election');

const move = exactly({
  from: text('state until now'),
  to: text('state from now on'),
  reason: nullable(text('in the words of who decided')),
});
const deleted = exactly({ code });

export const electionEvents = declareEvents({
  'election.created': event(
    'An election was made, in setup.',
    exactly({
      ...{ code: reference, name, kind: text('presidential, parliamentary, …') },
      pollingDate: text('day of the vote, YYYY-MM-DD'),
      pollsCloseAt: nullable(text('when voting closes, ISO 8601')),
      registerId: id('of the register of its areas'),
      previousId: nullable(id('of the election that swing is measured against')),
      followsId: nullable(id('of the first round, where this is a run-off')),
      basis: text('which sheets the public totals count'),
      settings: Type.Object(ElectionSettings.properties, {
        additionalProperties: false,
        description: 'rules that differ from the usual ones',
      }),
      simulated: flag('whether its figures are made up'),
    }),
  ),
  'election.updated': event(
    'Facts of the election were changed; what is missing stayed as it was.',
    Type.Object(UpdateElectionBody.properties, { additionalProperties: false }),
  ),
  'election.opened': event('Voting may begin; set-up is over.', move),
  'election.counting_started': event('Sheets are taken in from now on.', move),
  'election.counting_closed': event('The count is complete, provisionally.', move),
  'election.certified': event('The result stands.', move),
  'election.reopened': event('A certified election is counted again, by decision.', move),
  'ballots.imported': event(
    'Parties, races, contests and choices were replaced as a whole.',
    exactly({
      follows: Optional(text('code of the first round, where this is a run-off')),
      parties: count('written', 'parties'),
      races: count('written', 'races'),
      contests: count('written', 'contests'),
      choices: count('written', 'choices'),
    }),
  ),
  'party.created': event('A party joined.', exactly({ ...PartyBody.properties })),
  'party.updated': event(
    'Facts of a party were changed; what is missing stayed as it was.',
    exactly({ code, name: Optional(name), shortName: Optional(name), color: Optional(color) }),
  ),
  'party.deleted': event('A party that nobody stands for was taken out.', deleted),
  'race.created': event('A ballot paper was added.', exactly({ ...RaceBody.properties })),
  'race.updated': event(
    'Facts of a race were changed; what is missing stayed as it was.',
    exactly({
      code,
      name: Optional(name),
      seatMethod: Optional(text('how seats follow from votes')),
      threshold: Optional(Type.Number({ description: 'of the valid votes of a district', unit: 'share' })),
    }),
  ),
  'race.deleted': event('A race without sheets was taken out, with its contests.', deleted),
  'contest.created': event(
    'A district of a race got its contest.',
    exactly({
      ...{ race: text('code of the race'), area: text('code of the district'), code, name },
      seats: count('to be won', 'seats'),
      heldBy: nullable(text('code of the party that holds it now')),
      choices: Type.Array(Type.String(), { description: 'codes, in ballot order' }),
    }),
  ),
  'contest.updated': event(
    'Facts of a contest were changed; what is missing stayed as it was.',
    exactly({
      code,
      name: Optional(name),
      seats: Optional(count('to be won', 'seats')),
      heldBy: Optional(nullable(text('code of the party that holds it now'))),
    }),
  ),
  'contest.deleted': event('A contest without sheets was taken out, with its choices.', deleted),
  'choice.created': event(
    'Somebody was added to a ballot.',
    exactly({
      ...{ contest: text('code of the contest'), code, name, color },
      party: nullable(text('code of the party')),
      ballotOrder: count('place on the ballot, from 0', 'number'),
    }),
  ),
  'choice.updated': event(
    'Facts of a choice were changed; what is missing stayed as it was.',
    exactly({
      ...{ contest: text('code of the contest'), code, name: Optional(name), color: Optional(color) },
      party: Optional(nullable(text('code of the party'))),
    }),
  ),
  'choice.deleted': event(
    'Somebody was taken off a ballot without sheets.',
    exactly({ contest: text('code of the contest'), code }),
  ),
});

declare module '../../platform/ledger/declared-events.ts' {
  interface LedgerEvents extends FactsOf<typeof electionEvents> {}
}

export type ElectionEventType = keyof typeof electionEvents;
/** Those of the arrows between states. */
export type ElectionMoveType =
  | 'election.opened'
  | 'election.counting_started'
  | 'election.counting_closed'
  | 'election.certified'
  | 'election.reopened';
