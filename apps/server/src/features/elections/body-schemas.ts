// The contract's bodies as the server validates them. Its validator fits values to the types it tries, in order, and
// would turn null into an empty text where text stands first; here null stands first.
import { ChoiceBody, ContestBody, CreateElectionBody, UpdateElectionBody } from '@comitium/contract';
import { Type } from 'typebox';

const strict = { additionalProperties: false };
const Reference = Type.Optional(Type.Union([Type.Null(), Type.String({ maxLength: 64 })]));
const Moment = Type.Optional(Type.Union([Type.Null(), Type.String({ format: 'date-time' })]));

export const CreateElectionInput = Type.Object(
  { ...CreateElectionBody.properties, previous: Reference, follows: Reference },
  strict,
);

export const UpdateElectionInput = Type.Object(
  { ...UpdateElectionBody.properties, previous: Reference, pollsCloseAt: Moment },
  strict,
);

export const ChoiceInput = Type.Object({ ...ChoiceBody.properties, party: Reference }, strict);

const { name, color } = ChoiceBody.properties;
export const ChoiceEditInput = Type.Object({ name: Type.Optional(name), color, party: Reference }, strict);

export const ContestInput = Type.Object(
  {
    ...ContestBody.properties,
    heldBy: Reference,
    choices: Type.Array(ChoiceInput, { minItems: 1, maxItems: 500 }),
  },
  strict,
);

const { name: contestName, seats } = ContestBody.properties;
export const ContestEditInput = Type.Object({ name: contestName, seats, heldBy: Reference }, strict);
