// Item by item, because the schema library stops after a few errors and an import must hear of all of them.
import { err, ok, type Result } from '@comitium/basics';
import {
  BallotImportBody,
  ChoiceBody,
  ContestBody,
  type FieldError,
  PartyBody,
  RaceBody,
} from '@comitium/contract';
import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { errorsOfForm, type FormCheck } from '../../platform/http/errors-of-form.ts';
import { listAt, readableBallots } from './readable-ballots.ts';

const { parties, races, contests } = BallotImportBody.properties;
const loose = { items: Type.Unknown() };
const top = Compile(
  Type.Object(
    { parties: { ...parties, ...loose }, races: { ...races, ...loose }, contests: { ...contests, ...loose } },
    { additionalProperties: false },
  ),
);
const party = Compile(PartyBody);
const race = Compile(RaceBody);
const contest = Compile(
  Type.Object(
    { ...ContestBody.properties, choices: { ...ContestBody.properties.choices, ...loose } },
    { additionalProperties: false },
  ),
);
const choice = Compile(ChoiceBody);

export interface BallotForm {
  /** Where something has no right form, something readable stands in its place. */
  readonly body: BallotImportBody;
  readonly errors: readonly FieldError[];
}

/** Every error of form, and a body of which the rules can be asked all the same; an error where it has no lists. */
export const checkBallotForm = (body: unknown): Result<BallotForm, readonly FieldError[]> => {
  const topErrors = errorsOfForm(top, body, '');
  if (topErrors.length > 0) return err(topErrors);
  const errors = [
    ...errorsOfAll(party, body, '/parties'),
    ...errorsOfAll(race, body, '/races'),
    ...errorsOfAll(contest, body, '/contests'),
    ...listAt(body, 'contests').flatMap((held, place) =>
      errorsOfAll(choice, held, '/choices', `/contests/${place}`),
    ),
  ];
  return ok({ body: errors.length === 0 ? (body as BallotImportBody) : readableBallots(body), errors });
};

const errorsOfAll = (check: FormCheck, holder: unknown, list: string, above = ''): FieldError[] =>
  listAt(holder, list.slice(1)).flatMap((item, place) =>
    errorsOfForm(check, item, `${above}${list}/${place}`),
  );
